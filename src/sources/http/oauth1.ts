import type { Signer } from './http.ts';

/** The four keys of OAuth 1.0a (RFC 5849). They do not expire, which is why a scheduled job can use them. */
interface Keys {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

/** Signs requests without a body by HMAC-SHA1. The secrets themselves never travel; the two public halves stand in the header. */
export function oauth1(keys: Keys): Signer {
  return {
    secrets: Object.values(keys),
    async headers(method, url, at, nonce) {
      const own = {
        oauth_consumer_key: keys.consumerKey,
        oauth_nonce: nonce,
        oauth_signature_method: 'HMAC-SHA1',
        oauth_timestamp: String(Math.floor(at.getTime() / 1000)),
        oauth_token: keys.accessToken,
        oauth_version: '1.0',
      };
      const { origin, pathname, searchParams } = new URL(url);
      const pairs = [...searchParams, ...Object.entries(own)].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
      const base = [method, origin + pathname, pairs.join('&')].map(encoded).join('&');
      const signature = await hmac(`${encoded(keys.consumerSecret)}&${encoded(keys.accessSecret)}`, base);
      const fields = Object.entries({ ...own, oauth_signature: signature });
      return { authorization: `OAuth ${fields.map(([name, value]) => `${encoded(name)}="${encoded(value)}"`).join(', ')}` };
    },
  };
}

/** Percent encoding of RFC 3986: letters, digits, `-._~` stay. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

async function hmac(key: string, text: string): Promise<string> {
  const bytes = new TextEncoder();
  const imported = await crypto.subtle.importKey('raw', bytes.encode(key), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', imported, bytes.encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}
