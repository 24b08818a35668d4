import { placeAt, type Remark } from './bytes.ts';

/** Forms of tokens that have a fixed beginning; each as its platform documents it. Bounded, so that no text makes them slow. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['a Meta access token', /\bEAA[A-Za-z0-9]{30,}/g],
  ['an Instagram access token', /\bIG(?:QV|AA)[A-Za-z0-9_-]{30,}/g],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/g],
  ['a Google API key', /\bAIza[\w-]{35}/g],
  ['a Google access token', /\bya29\.[\w-]{20,}/g],
  ['an Amazon key', /\bAKIA[0-9A-Z]{16}\b/g],
  ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{10,}/g],
  ['a signed token (JWT)', /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,}/g],
  ['a bearer token', /\bBearer\s{1,3}[\w.~+/-]{20,}/gi],
  [
    'a token in an address',
    /\b(?:access_token|client_secret|api_?key|refresh_token)["']?\s{0,3}[=:]\s{0,3}["']?[\w.~+/|-]{20,}/gi,
  ],
  ['a private key', /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/g],
];

/** Everything in a text that looks like a token. The message never repeats it. */
export function checkSecrets(text: string): Remark[] {
  return FORMS.flatMap(([name, form]) =>
    Array.from(text.matchAll(form), (match) => ({
      ...placeAt(text, match.index),
      rule: 'secret',
      message: `looks like ${name}; remove it, and revoke it where it was issued, since git keeps it for ever`,
    })),
  );
}
