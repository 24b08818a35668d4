import { bluesky } from './bluesky/bluesky.ts';
import { complaints } from './register/complaints.ts';
import { events } from './register/events.ts';
import { facebook } from './meta/facebook.ts';
import { ga4 } from './google/ga4.ts';
import { googleAds } from './google/google-ads.ts';
import { informationRequests } from './register/information-requests.ts';
import { instagram } from './meta/instagram.ts';
import { linkedin } from './linkedin/linkedin.ts';
import { linkedinExport } from './linkedin/linkedin-export.ts';
import { mastodon } from './mastodon/mastodon.ts';
import { matomo } from './web/matomo.ts';
import { messages } from './register/messages.ts';
import { metaAds } from './meta/meta-ads.ts';
import { metaBusinessSuite } from './meta/meta-business-suite.ts';
import { metaBusinessSuiteFacebook } from './meta/meta-business-suite-facebook.ts';
import { plausible } from './web/plausible.ts';
import { polls } from './register/polls.ts';
import { sp4nLapor } from './register/sp4n-lapor.ts';
import type { ApiSource, ExportSource } from './source.ts';
import { survey } from './register/survey.ts';
import { threads } from './meta/threads.ts';
import { tiktokAds } from './tiktok/tiktok-ads.ts';
import { tiktokExport } from './tiktok/tiktok-export.ts';
import { telegram } from './telegram/telegram.ts';
import { tiktok } from './tiktok/tiktok.ts';
import { umami } from './web/umami.ts';
import { x } from './x/x.ts';
import { xAnalytics } from './x/x-analytics.ts';
import { youtube } from './google/youtube.ts';
import { youtubeStudio } from './google/youtube-studio.ts';

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
