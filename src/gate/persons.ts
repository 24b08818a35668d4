import type { Account, Agency } from '#model/agency.ts';
import { placeAt, type Remark } from './bytes.ts';
import { walk, type Path } from './json.ts';
import { ownNames } from './own.ts';
import { checkNik } from './personal.ts';
import { PERSON, withoutAddresses, type Wording } from './wording.ts';

/** Longest text that a person writes into a field; what lies past it would not be looked at. */
const LONGEST = 2000;

/** Which fields are names that somebody chose, and which are no words of people at all. Every other text of such a file is a sentence. */
const FIELDS = {
  agency: {
    names: /^(?:name|short|place|(?:accounts|peers)\.\d+\.name)$/,
    // Where an office and its accounts are found is what these are for.
    free: /^(?:url|(?:accounts|peers)\.\d+\.(?:url|server))$/,
  },
  calendar: { names: /^$/, free: /^$/ },
  campaign: { names: /^(?:hashtags|tags|events)\.\d+$/, free: /^posts\.\d+\.id$/ },
  edition: { names: /^$/, free: /^before$/ },
  topics: {
    names: /^topics\.\d+\.(?:words|hashtags|under)\.\d+$/,
    // Of the agency's own posts and pages.
    free: /^topics\.\d+\.(?:done\.\d+|rumours\.\d+\.answered)\.(?:post|url)$/,
  },
  terms: { names: /^(?:accepted|refused)\.\d+\.term$/, free: /^$/ },
} as const;

/** A kind of file in which any text may tell of a person. */
type Worded = keyof typeof FIELDS;

export function isWorded(kind: string): kind is Worded {
  return Object.hasOwn(FIELDS, kind);
}

/**
 * Words in a file that may tell who a person is, wherever they stand: a field that is new is looked at like the others. `agency` is the file
 * itself where it is one. No remark repeats the words.
 */
export function checkPersons(text: string, kind: Worded, wording: Wording, agency?: Agency): Remark[] {
  const { names, free } = FIELDS[kind];
  const remarks: Remark[] = [];
  const judged = new Map<string, boolean>();
  const value = (path: Path, at: number, token: string) => {
    if (!token.startsWith('"') || remarks.length >= 60) return;
    const [field, words] = [path.join('.'), JSON.parse(token) as string];
    if (free.test(field)) return;
    const isName = names.test(field);
    const key = JSON.stringify([isName, field === 'contact', accountAt(path, agency)?.id, words]);
    if (!judged.has(key)) judged.set(key, isPersonal(path, words, isName));
    const message = isName && kind === 'agency' ? NAME : PERSON;
    if (judged.get(key)) remarks.push({ ...placeAt(text, at), rule: 'personal', message });
    else if (words.length > LONGEST)
      remarks.push({ ...placeAt(text, at), rule: 'size', message: `is longer than ${LONGEST} characters; say it within them` });
  };
  const isPersonal = (path: Path, words: string, isName: boolean): boolean => {
    // Citizens write to the office there: an address or a telephone number is what the field is for.
    if (path[0] === 'contact') return checkNik(words).length > 0;
    // What a platform calls an account: some of their numbers have as many digits as a NIK.
    if ((path[2] === 'handle' || path[2] === 'settings') && /^\S+$/.test(words)) return false;
    if (path[0] === 'revisions' && path[2] === 'reason') return wording.sentence(withoutAddresses(words));
    if (!isName) return wording.sentence(words);
    const account = accountAt(path, agency);
    if (account === undefined) return wording.label(words);
    return wording.sentence(words, ownNames(account)) || wording.label(words.replaceAll(account.handle, '').replaceAll('@', ' '));
  };
  walk(text, { value });
  return remarks;
}

const NAME = `${PERSON}, or where it is the account's own, write its "url" as well`;

function accountAt([list, index]: Path, agency: Agency | undefined): Account | undefined {
  return list === 'accounts' || list === 'peers' ? agency?.[list]?.[Number(index)] : undefined;
}
