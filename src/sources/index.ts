import { bluesky } from './bluesky.ts';
import { facebook } from './facebook.ts';
import { mastodon } from './mastodon.ts';
import { metaBusinessSuite } from './meta-business-suite.ts';
import type { ApiSource, ExportSource } from './source.ts';
import { xAnalytics } from './x-analytics.ts';
import { youtubeStudio } from './youtube-studio.ts';

export type Source = ApiSource | ExportSource;

/** Every source, by the order of its name. A new one is one line here. */
export const sources: readonly Source[] = [bluesky, facebook, mastodon, metaBusinessSuite, xAnalytics, youtubeStudio];

export function find(id: string): Source | undefined {
  return sources.find((source) => source.declaration.id === id);
}

export function isApi(source: Source): source is ApiSource {
  return 'collect' in source;
}

export function isExport(source: Source): source is ExportSource {
  return 'read' in source;
}
