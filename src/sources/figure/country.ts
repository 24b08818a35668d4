/** ISO codes of countries by their codes and by their names in English and Indonesian, in small letters. */
const codes = listed();

/** A country as its ISO code, from a code or a name; "other" where it is none. `ZZ` is a platform's own word for one it does not know. */
export function country(text: string): string {
  return codes.get(text.trim().toLowerCase()) ?? 'other';
}

function listed(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // Codes of states that are no more stand for those that came after them.
    const today = new Intl.Locale(`und-${code}`).region ?? code;
    for (const language of ['en', 'id']) {
      for (const style of ['long', 'short'] as const) {
        const name = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' }).of(code);
        if (name === undefined) continue;
        found.set(code.toLowerCase(), today);
        if (today === code) found.set(name.toLowerCase(), code);
      }
    }
  }
  return found;
}
