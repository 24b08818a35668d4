/** Query parameters that carry secrets on one platform or another. They are never shown, logged, stored or compared. */
const SECRET =
  /^(access_?token|refresh_?token|input_token|token|token_auth|api_?key|key|secret|client_secret|appsecret_proof|password|code|sig|signature|auth|assertion|developer-token)$/i;

export function isSecret(parameter: string): boolean {
  return SECRET.test(parameter);
}

/** An address as people may see it: without user name, password, fragment, and with secret parameters left out. */
export function shown(address: string | URL): string {
  const url = URL.parse(String(address));
  if (!url) return '[address]';
  for (const name of new Set(url.searchParams.keys())) if (isSecret(name)) url.searchParams.delete(name);
  return `${url.origin}${url.pathname}${decodable(url.search)}`;
}

/** Takes tokens out of texts: those it was told of, and whatever stands where platforms put them. */
export interface Redactor {
  add(secret: string): void;
  clean(text: string): string;
}

export function redactor(): Redactor {
  const known = new Set<string>();
  return {
    add(secret) {
      if (secret.length > 0) for (const form of [secret, encodeURIComponent(secret)]) known.add(form);
    },
    clean(text) {
      let clean = text;
      for (const secret of [...known].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(secret, '[token]');
      return clean
        .replace(/\b(bearer|basic)\s+[\w.~+/=|-]+/gi, '$1 [token]')
        .replace(
          /\b((?:access|refresh)_?token|token_auth|api_?key|client_secret|appsecret_proof|password)(["']?\s*[=:]\s*["']?)[^\s"'&]+/gi,
          '$1$2[token]',
        );
    },
  };
}

/** A code as platforms have them: words joined by signs, and no number that could be a person's. Anything else is left out. */
export function codeOf(text: string): string {
  return /^(?!.*(?:\d[^\d]?){7})[A-Za-z0-9]+(?:[_.:/-][A-Za-z0-9]+){0,7}$/.test(text) && text.length <= 60 ? text : '';
}

function decodable(search: string): string {
  return search.replaceAll('%2C', ',').replaceAll('%3A', ':');
}
