// The free-text screen on the phone: the same rules as core/privacy, from the same file (screen.json).
// `makeScreen(rules)` gives `screen(text, names)` → { refused, toConfirm }: lists of { kind, first, after },
// where `first` and `after` are positions in the string. What is refused must not leave the phone.

const LENGTH = 11;
const SHORT_NAME = 3;
const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const GAP = /^[\p{Zs}\p{Zl}\p{Zp}\p{Pd}\p{Cf}\p{Mn}\p{Me}]$/u;

export async function loadScreen(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return makeScreen(await answer.json());
}

export function makeScreen(rules) {
  const macros = macrosOf(rules);
  const classes = rules.classes.map(({ name, patterns }) => [name, patterns.map((each) => pattern(each, macros))]);

  const index = indexer(macros.letter, rules);
  const none = [];

  return function screen(text, names = none) {
    const refused = nationalIds(text, rules).map(([first, after]) => ({ kind: "national_id", first, after }));
    const toConfirm = [];
    for (const each of likely(fold(text, rules), names)) {
      if (![...refused, ...toConfirm].some((other) => overlap(each, other))) toConfirm.push(each);
    }
    return { refused, toConfirm: toConfirm.sort((one, other) => one.first - other.first) };
  };

  function* likely(folded, names) {
    for (const [kind, patterns] of classes) {
      for (const each of patterns) {
        for (const [first, after] of matches(each, folded.text, rules.context)) {
          yield { kind, ...original(folded, first, after) };
        }
      }
    }
    for (const [first, after] of listed(folded.text, index(names))) {
      yield { kind: "listed_name", ...original(folded, first, after) };
    }
  }
}

function macrosOf(rules) {
  const words = new Set(rules.first_names_that_are_words);
  const inLowerCase = rules.first_names.filter((name) => !words.has(name)).map((name) => name.toLowerCase());
  return { ...rules.macros, names: either(rules.first_names), names_lower: either(inLowerCase) };
}

function either(words) {
  return `(?:${[...words].sort((one, other) => other.length - one.length).join("|")})`;
}

function pattern(written, macros) {
  const compiled = (key, before = "", after = "") =>
    key in written ? new RegExp(before + expanded(written[key], macros) + after, "iu") : null;
  return {
    find: new RegExp(expanded(written.find, macros), written.case ? "gu" : "giu"),
    unless: compiled("unless", "^(?:", ")$"),
    notAfter: compiled("not_after"),
    onlyAfter: compiled("only_after"),
    notBefore: compiled("not_before"),
  };
}

function expanded(text, macros) {
  let found;
  while ((found = /<([a-z_]+)>/.exec(text))) {
    text = text.slice(0, found.index) + macros[found[1]] + text.slice(found.index + found[0].length);
  }
  return text;
}

function* matches(rule, text, context) {
  for (const match of text.matchAll(rule.find)) {
    const [first, after] = [match.index, match.index + match[0].length];
    const before = text.slice(Math.max(0, first - context), first);
    const behind = text.slice(after, after + context);
    if (rule.unless?.test(match[0]) || rule.notAfter?.test(before) || rule.notBefore?.test(behind)) continue;
    if (rule.onlyAfter && !rule.onlyAfter.test(before)) continue;
    yield [first, after];
  }
}

// ── Names on the operator's list ──────────────────────────────────────────────────────────────────────────────────

/** The list by the names' first word, the longest first; made anew when the list is another. */
function indexer(letter, rules) {
  const words = new RegExp(`[${letter}]+`, "gu");
  let [of, made] = [null, null];
  return (names) => {
    if (of !== names) [of, made] = [names, { words, ...byWord(names, letter, rules) }];
    return made;
  };
}

function byWord(names, letter, rules) {
  const [byWord, others] = [new Map(), []];
  const first = new RegExp(`^[${letter}]+`, "u");
  const plainly = names.map((each) => fold(each, rules).text.trim()).filter((each) => /[^\s-]/.test(each));
  for (const name of plainly.sort((one, other) => [...other].length - [...one].length)) {
    const word = first.exec(name)?.[0].toLowerCase();
    if (word) byWord.set(word, [...(byWord.get(word) ?? []), nameIn(name, letter, "y")]);
    else others.push(nameIn(name, letter, "g"));
  }
  return { byWord, others };
}

function* listed(text, { words, byWord, others }) {
  for (const word of byWord.size ? text.matchAll(words) : []) {
    const lower = word[0].toLowerCase();
    const found = [...(byWord.get(lower) ?? []), ...(lower.endsWith("s") ? (byWord.get(lower.slice(0, -1)) ?? []) : [])];
    for (const name of found) {
      name.lastIndex = word.index;
      const match = name.exec(text);
      if (match) yield [match.index, match.index + match[0].length];
    }
  }
  for (const name of others) for (const match of text.matchAll(name)) yield [match.index, match.index + match[0].length];
}

function nameIn(name, letter, how) {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const short = words.length === 1 && [...words[0]].length <= SHORT_NAME;
  const body = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("[\\s\\-]+");
  return new RegExp(`(?<![${letter}])${body}(?:s|'s|')?(?![${letter}])`, short ? `${how}u` : `${how}iu`);
}

function overlap(one, other) {
  return one.first < other.after && other.first < one.after;
}

// ── Text as the eye reads it ──────────────────────────────────────────────────────────────────────────────────────

function characters(text) {
  let at = 0;
  return [...text].map((char) => {
    const first = at;
    at += char.length;
    return { char, first, after: at };
  });
}

function fold(text, rules) {
  const kept = [];
  for (const { char, first, after } of characters(text)) {
    if (/^[\p{Mn}\p{Me}]$/u.test(char)) {
      if (!kept.length) continue;
      const last = kept[kept.length - 1];
      const composed = (last.char + char).normalize("NFC");
      if ([...composed].length === 1) last.char = composed;
      last.after = after;
    } else if (!/^\p{Cf}$/u.test(char)) {
      kept.push({ char: plain(char, rules), first, after });
    }
  }
  const places = kept.flatMap(({ char, first, after }) => Array.from({ length: char.length }, () => [first, after]));
  return { text: kept.map(({ char }) => char).join(""), places };
}

function original(folded, first, after) {
  return { first: folded.places[first][0], after: folded.places[after - 1][1] };
}

function plain(char, rules) {
  if (char.codePointAt(0) < 128) return char;
  if (/^\p{Zs}$/u.test(char)) return " ";
  if (/^\p{Pd}$/u.test(char)) return "-";
  const compatible = char.normalize("NFKC");
  return digit(char, rules) || ([...compatible].length === 1 ? compatible : char);
}

function digit(char, rules) {
  const compatible = char.normalize("NFKC");
  if (/^[0-9]$/.test(compatible)) return compatible;
  const point = char.codePointAt(0);
  if (point < 128) return "";
  const zero = rules.national_id.digit_zeros.find((each) => each <= point && point <= each + 9);
  return zero === undefined ? "" : String(point - zero);
}

// ── National identity numbers ─────────────────────────────────────────────────────────────────────────────────────

function nationalIds(text, rules) {
  return runs(text, rules).flatMap((groups) => spans(groups, rules));
}

function runs(text, rules) {
  const { separators, separators_in_a_row: most } = rules.national_id;
  const all = [];
  let groups = [];
  let apart = most + 1;
  for (const { char, first, after } of characters(text)) {
    const value = digit(char, rules);
    if (value && apart === 0) {
      groups[groups.length - 1].push({ value, first, after });
    } else if (value) {
      if (apart > most) all.push((groups = []));
      groups.push([{ value, first, after }]);
    }
    if (value) apart = 0;
    else apart = separators.includes(char) || GAP.test(char) ? apart + 1 : most + 1;
  }
  return all;
}

function spans(groups, rules) {
  const found = [];
  for (let start = 0; start < groups.length; ) {
    const length = numberAt(groups, start, rules);
    if (length) found.push([groups[start][0].first, groups[start + length - 1].at(-1).after]);
    start += length || 1;
  }
  return found;
}

function numberAt(groups, start, rules) {
  let digits = "";
  for (let count = 1; start + count <= groups.length; count += 1) {
    digits += groups[start + count - 1].map(({ value }) => value).join("");
    if (isNationalId(digits, rules) || isWithCentury(digits, rules)) return count;
    if (digits.length > LENGTH + 1) break;
  }
  return 0;
}

function isWithCentury(digits, rules) {
  const century = ["18", "19", "20"].includes(digits.slice(4, 6));
  return digits.length === LENGTH + 2 && century && isNationalId(digits.slice(0, 4) + digits.slice(6), rules);
}

function isNationalId(digits, rules) {
  if (digits.length !== LENGTH || !checkDigitsHold(digits)) return false;
  return Number(digits.slice(0, 2)) >= 80 || rules.national_id.months_added.some((added) => isBirthDate(digits, added));
}

function checkDigitsHold(digits) {
  const check = (weights) => (11 - (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11)) % 11;
  return Number(digits[9]) === check(FIRST_WEIGHTS) && Number(digits[10]) === check(SECOND_WEIGHTS);
}

function isBirthDate(digits, monthsAdded) {
  const written = Number(digits.slice(0, 2));
  const day = written > 40 ? written - 40 : written;
  const month = Number(digits.slice(2, 4)) - monthsAdded;
  const year = birthYear(Number(digits.slice(4, 6)), Number(digits.slice(6, 9)));
  if (year === null || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function birthYear(year, individual) {
  if (individual < 500) return 1900 + year;
  if (individual < 750 && year >= 54) return 1800 + year;
  if (year < 40) return 2000 + year;
  return individual >= 900 ? 1900 + year : null;
}
