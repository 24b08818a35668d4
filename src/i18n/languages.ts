import answersEn from './en/answers.json' with { type: 'json' };
import campaignsEn from './en/campaigns.json' with { type: 'json' };
import chartsEn from './en/charts.json' with { type: 'json' };
import editionsEn from './en/editions.json' with { type: 'json' };
import opinionEn from './en/opinion.json' with { type: 'json' };
import partsEn from './en/parts.json' with { type: 'json' };
import peersEn from './en/peers.json' with { type: 'json' };
import postsEn from './en/posts.json' with { type: 'json' };
import siteEn from './en/site.json' with { type: 'json' };
import targetsEn from './en/targets.json' with { type: 'json' };
import answersId from './id/answers.json' with { type: 'json' };
import campaignsId from './id/campaigns.json' with { type: 'json' };
import chartsId from './id/charts.json' with { type: 'json' };
import editionsId from './id/editions.json' with { type: 'json' };
import opinionId from './id/opinion.json' with { type: 'json' };
import partsId from './id/parts.json' with { type: 'json' };
import peersId from './id/peers.json' with { type: 'json' };
import postsId from './id/posts.json' with { type: 'json' };
import siteId from './id/site.json' with { type: 'json' };
import targetsId from './id/targets.json' with { type: 'json' };

/** A page's words as the JSON file nests them. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** One language of the site. Its code stands in the address (the first language has none), `tag` drives numbers and dates. */
export interface Language {
  readonly code: string;
  readonly tag: string;
  /** As its own speakers call it. */
  readonly name: string;
  readonly words: Words;
}

/** A new language is a folder of JSON files, one a subject, and one line here. The first is the default; English is what others fall back to, then Indonesian. */
export const languages: readonly Language[] = [
  {
    code: 'id',
    tag: 'id-ID',
    name: 'Bahasa Indonesia',
    words: {
      ...answersId,
      ...campaignsId,
      ...chartsId,
      ...editionsId,
      ...opinionId,
      ...partsId,
      ...peersId,
      ...postsId,
      ...siteId,
      ...targetsId,
    },
  },
  {
    code: 'en',
    tag: 'en-GB',
    name: 'English',
    words: {
      ...answersEn,
      ...campaignsEn,
      ...chartsEn,
      ...editionsEn,
      ...opinionEn,
      ...partsEn,
      ...peersEn,
      ...postsEn,
      ...siteEn,
      ...targetsEn,
    },
  },
];

/** Languages to try after `code`, best first. */
export function fallbacks(code: string): readonly string[] {
  return ['en', 'id'].filter((other) => other !== code);
}
