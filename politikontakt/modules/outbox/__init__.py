"""Messages that go out after the write they belong to has been stored."""
