import chartsEn from './charts.en.json' with { type: 'json' };
import chartsId from './charts.id.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import id from './id.json' with { type: 'json' };
import partsEn from './parts.en.json' with { type: 'json' };
import partsId from './parts.id.json' with { type: 'json' };

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

/** A new language is its three JSON files and one line here. The first is the default; English is what others fall back to, then Indonesian. */
export const languages: readonly Language[] = [
  { code: 'id', tag: 'id-ID', name: 'Bahasa Indonesia', words: { ...id, ...chartsId, ...partsId } },
  { code: 'en', tag: 'en-GB', name: 'English', words: { ...en, ...chartsEn, ...partsEn } },
];

/** Languages to try after `code`, best first. */
export function fallbacks(code: string): readonly string[] {
  return ['en', 'id'].filter((other) => other !== code);
}
