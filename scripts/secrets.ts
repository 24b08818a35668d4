import type { Account } from '#model/agency.ts';
import { ConfigError, SecretError } from '#model/error.ts';
import type { Declaration } from '#model/source.ts';
import type { Ask } from '#sources/source.ts';

/** The variables of an account by purpose; without a name where it names none for a purpose that its source declares. */
export function variables(account: Account, { secrets }: Declaration) {
  return secrets.map(({ purpose, optional }, index) => ({
    purpose,
    name: index === 0 ? account.token : account.secrets?.[purpose],
    isNeeded: optional !== true,
  }));
}

/** What a secret's variable is called where nobody has said otherwise: FACEBOOK_TOKEN for the first, YOUTUBE_CLIENT_ID for another. */
export function usualName({ id, secrets }: Pick<Declaration, 'id' | 'secrets'>, purpose: string): string {
  return `${id}_${purpose === secrets[0]?.purpose ? 'token' : purpose}`.replaceAll('-', '_').toUpperCase();
}

/** An account's secrets, out of the environment, by their purpose. */
export function secretsOf(
  account: Account,
  declaration: Declaration,
  env: Readonly<Record<string, string | undefined>>,
): Pick<Ask, 'token' | 'secret' | 'has'> {
  const first = declaration.secrets[0]?.purpose;
  const nameOf = (purpose: string): string | undefined => (purpose === first ? account.token : account.secrets?.[purpose]);
  const valueOf = (name: string | undefined): string | undefined => (name === undefined ? undefined : env[name]?.trim());
  const given = (name: string | undefined, key: string): string => {
    if (name === undefined)
      throw new ConfigError(`agency.json: account "${account.id}" needs ${key}: the name of the variable that holds it`);
    const value = valueOf(name);
    if (!value)
      throw new SecretError(
        name,
        `${name} is not set; add it as a secret of the environment "collect" (docs/guide.en.md, step 4)`,
      );
    return value;
  };
  return {
    token: () => given(account.token, '"token"'),
    secret: (purpose) => given(nameOf(purpose), purpose === first ? '"token"' : `"secrets"."${purpose}"`),
    has: (purpose) => Boolean(valueOf(nameOf(purpose))),
  };
}
