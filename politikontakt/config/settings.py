"""Django's settings. Everything an operator may change comes from the environment (docs/run/settings.md)."""

from pathlib import Path

from politikontakt.config import env
from politikontakt.config.databases import database
from politikontakt.config.listed_names import listed_names

PACKAGE = Path(__file__).resolve().parent.parent
VAR = env.folder("VAR", env.kept_in(PACKAGE.parent))
DEMO = env.yes("DEMO")
DEBUG = env.yes("DEBUG")
READ_ONLY = env.yes("READ_ONLY")
TRYING = DEMO or DEBUG or env.under_test()
"""Not a real installation: cookies may travel without HTTPS, and mail goes to the terminal."""
DEMO_NAMES = str(PACKAGE / "config" / "demo" / "names.txt")
LISTED_NAMES: tuple[str, ...] = listed_names(env.text("NAMES_FILE", DEMO_NAMES if DEMO else ""))
"""Names that notes should not hold without somebody being asked."""

SECRET_KEY = env.secret("SECRET_KEY", VAR / "secret-key")
ALLOWED_HOSTS = env.words("HOSTS", ",".join(env.THIS_MACHINE))
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

INSTALLED_APPS = [
    "politikontakt.modules.audit",
    "politikontakt.modules.access",
    "politikontakt.modules.outbox",
    "politikontakt.modules.directory",
    "politikontakt.modules.agreements",
    "politikontakt.modules.activities",
    "politikontakt.modules.compliance",
    "politikontakt.modules.planning",
    "politikontakt.web.ui",
    "politikontakt.web.signin",
    "politikontakt.web.demo",
    "politikontakt.web.desk",
    "politikontakt.web.field",
    "politikontakt.web.public",
    "politikontakt.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_htmx",
    "rules",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "politikontakt.config.middleware.content_policy.content_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "politikontakt.config.middleware.tenant.Tenant",
    "politikontakt.web.ui.language.ReaderLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "politikontakt.web.ui.faults.InWords",
    "politikontakt.web.ui.storing.Storing",
]
ROOT_URLCONF = "politikontakt.config.urls"
WSGI_APPLICATION = "politikontakt.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
DATABASES = {"default": database(env.text("DATABASE_URL", ""), VAR / "politikontakt.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "access_counted",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
"""allauth counts tries to sign in in `default`: shared, for a guess at one worker is a guess at all of them.
Pieces of pages are kept in `process`, by each worker for itself: they are made anew whenever something changes."""

# Sign-in: a code by e-mail; there are no passwords and nobody can sign themselves up.
AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "politikontakt.config.sign_in.SignIn"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = False
LOGIN_URL = "/inn/"
LOGIN_REDIRECT_URL = "/inn/videre/"
LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 14 * 24 * 3600

# HTTPS and what browsers may do with our pages
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not TRYING
SESSION_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = not TRYING
SECURE_HSTS_SECONDS = 0 if TRYING else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not TRYING
SECURE_HSTS_PRELOAD = not TRYING
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.yes("BEHIND_PROXY") else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.yes("BEHIND_PROXY") else 0
"""Sign-in attempts are counted by the visitor's own address, as the proxy gives it."""
SECURE_REFERRER_POLICY = "same-origin"
SILENCED_SYSTEM_CHECKS = ["security.W002"]  # frame-ancestors of our content policy says what X-Frame-Options would

# Mail: to the terminal while trying, else by SMTP
EMAIL_BACKEND = f"django.core.mail.backends.{'console' if TRYING else 'smtp'}.EmailBackend"
EMAIL_HOST = env.text("MAIL_HOST", "localhost")
EMAIL_PORT = env.whole_number("MAIL_PORT", 25)
EMAIL_HOST_USER = env.text("MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("MAIL_PASSWORD", "")
EMAIL_USE_TLS = env.yes("MAIL_TLS")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "politikontakt@localhost")

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "language"
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS: list[Path | tuple[str, Path]] = [
    *(path for path in [PACKAGE / "static"] if path.is_dir()),
    ("privacy", PACKAGE / "core" / "privacy" / "shared"),
]
HASHED_STATIC = not DEBUG and not env.under_test()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if HASHED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not HASHED_STATIC

PLANNING_INLINE = env.under_test()
"""Whether a plan is made within the request; elsewhere a process of its own does it."""

DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
}
