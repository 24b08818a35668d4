import { bluesky } from './bluesky.ts';
import { complaints } from './complaints.ts';
import { events } from './events.ts';
import { facebook } from './facebook.ts';
import { ga4 } from './ga4.ts';
import { googleAds } from './google-ads.ts';
import { informationRequests } from './information-requests.ts';
import { instagram } from './instagram.ts';
import { linkedin } from './linkedin.ts';
import { linkedinExport } from './linkedin-export.ts';
import { mastodon } from './mastodon.ts';
import { matomo } from './matomo.ts';
import { messages } from './messages.ts';
import { metaAds } from './meta-ads.ts';
import { metaBusinessSuite } from './meta-business-suite.ts';
import { metaBusinessSuiteFacebook } from './meta-business-suite-facebook.ts';
import { plausible } from './plausible.ts';
import { polls } from './polls.ts';
import { sp4nLapor } from './sp4n-lapor.ts';
import type { ApiSource, ExportSource } from './source.ts';
import { survey } from './survey.ts';
import { threads } from './threads.ts';
import { tiktokAds } from './tiktok-ads.ts';
import { tiktokExport } from './tiktok-export.ts';
import { telegram } from './telegram.ts';
import { tiktok } from './tiktok.ts';
import { umami } from './umami.ts';
import { x } from './x.ts';
import { xAnalytics } from './x-analytics.ts';
import { youtube } from './youtube.ts';
import { youtubeStudio } from './youtube-studio.ts';

export type Source = ApiSource | ExportSource;

/** Every source, by the order of its name. A new one is one line here. */
export const sources: readonly Source[] = [
  bluesky,
  complaints,
  events,
  facebook,
  ga4,
  googleAds,
  informationRequests,
  instagram,
  linkedin,
  linkedinExport,
  mastodon,
  matomo,
  messages,
  metaAds,
  metaBusinessSuite,
  metaBusinessSuiteFacebook,
  plausible,
  polls,
  sp4nLapor,
  survey,
  telegram,
  threads,
  tiktok,
  tiktokAds,
  tiktokExport,
  umami,
  x,
  xAnalytics,
  youtube,
  youtubeStudio,
];

export function find(id: string): Source | undefined {
  return sources.find((source) => source.declaration.id === id);
}

export function isApi(source: Source): source is ApiSource {
  return 'collect' in source;
}

export function isExport(source: Source): source is ExportSource {
  return 'read' in source;
}
