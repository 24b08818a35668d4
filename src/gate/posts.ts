import type { Agency } from '#model/agency.ts';
import type { Post, Posts } from '#model/post.ts';
import type { Remark } from './bytes.ts';
import { placeOf, type Path } from './json.ts';
import { ownNames } from './own.ts';
import { PERSON, type Wording } from './wording.ts';

/** Code units from which a text may have been cut at 500 characters, and those that no text that was cut has. */
const [CUT, LONGEST] = [500, 4000];

/** Words in posts: none of other bodies, and in the agency's own nothing by which a person can be reached. No remark repeats them. */
export function checkPosts(text: string, { account, posts }: Posts, agency: Agency | undefined, wording?: Wording): Remark[] {
  const remarks: Remark[] = [];
  const add = (path: Path, rule: string, message: string) =>
    remarks.length < 60 && remarks.push({ ...placeOf(text, path), rule, message });
  const isPeer = agency?.peers?.some(({ id }) => id === account) ?? false;
  const own = agency?.accounts.find(({ id }) => id === account);
  posts.forEach((post, index) => {
    const path = ['posts', index];
    if (isPeer) {
      if (post.text !== '') add([...path, 'text'], 'peer', FOREIGN);
      if (post.tags.length > 0) add([...path, 'tags'], 'peer', FOREIGN);
    } else if (post.text.length > LONGEST) {
      add([...path, 'text'], 'size', 'is longer than the 500 characters that are kept of a post; collect it anew');
    } else if (wording) {
      const names = namesFor(post, own);
      if (wording.sentence(judged(post.text, names), names)) add([...path, 'text'], 'personal', OWN);
      post.tags.forEach((tag, place) => wording.sentence(tag) && add([...path, 'tags', place], 'personal', PERSON));
    }
  });
  return remarks;
}

const FOREIGN = 'is of a post of another body, of which no words are kept; write "text": "" and "tags": []';
const OWN = `${PERSON}; where it is the account's own, write its "url" in agency.json`;

/** What the account may call itself: an address of the time tells the name that it had then. */
function namesFor({ url }: Post, own: Agency['accounts'][number] | undefined): string[] {
  const names = ownNames(own, ...(url === undefined ? [] : [url]));
  return own?.name.startsWith('@') ? [...names, own.name.slice(1)] : names;
}

/**
 * Without the beginning of an own name at which a long text was cut. Where no letters tell what the account is called (a number as its handle, no
 * address), its own handle can't be told from that of a person: handles are left to the source then, which knows.
 */
function judged(text: string, names: readonly string[]): string {
  if (!names.some((name) => /\p{L}/u.test(name))) return text.replace(/(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.]+/gu, '');
  const last = text.length < CUT ? undefined : /[\p{L}\p{N}_.@-]+$/u.exec(text)?.[0].replace(/^@/, '').toLowerCase();
  return last !== undefined && names.some((name) => name.startsWith(last)) ? text.slice(0, -last.length) : text;
}
