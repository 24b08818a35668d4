import { weekday, type Day } from '#model/day.ts';
import { at, dayAt, span } from './calendar.ts';
import { WEEKDAYS, csv, month as monthName, quote, type Cell } from './csv.ts';
import { NAMES } from './profiles.ts';
import { hash } from './random.ts';
import { figure, visible, type World } from './world.ts';

const OVERVIEW =
  'Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views';
const CONTENT =
  'Post id,Date,Post text,Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,Replies,Reposts,Profile visits,Detail expands,Url clicks,Hashtag clicks,Permalink clicks';

/** A day whose media figures X left empty. */
export const BLANK: Day = '2024-11-19';

/** Account overview: one row a day, newest first; follows and unfollows but no number of followers. */
export function overview(world: World, month: string, seen: Day): Uint8Array {
  const { from, to } = span(month);
  const { x } = world;
  const rows: Cell[][] = [];
  for (let day = at(to); day >= at(from); day -= 1) {
    const name = dayAt(day);
    const fresh = at(seen) - day < 2 ? 0.95 : 1;
    const count = (key: 'impressions' | 'likes' | 'comments' | 'shares' | 'saves' | 'clicks'): number =>
      Math.floor((x.daily[key][day] ?? 0) * fresh);
    const visits = Math.floor(count('impressions') * 0.006);
    const expands = Math.floor(count('impressions') * 0.011);
    const [likes, replies, reposts, saves, clicks] = [
      count('likes'),
      count('comments'),
      count('shares'),
      count('saves'),
      count('clicks'),
    ];
    const published = x.items.filter((item) => item.day === day);
    const films = published
      .filter((item) => item.type === 'video')
      .reduce((sum, item) => sum + figure(item, 'views', day + 1), 0);
    const media = published
      .filter((item) => item.type !== 'text')
      .reduce((sum, item) => sum + figure(item, 'impressions', day + 1), 0);
    rows.push([
      quote(`${WEEKDAYS[weekday(name) - 1] ?? ''}, ${monthName(name)} ${Number(name.slice(8))}, ${name.slice(0, 4)}`),
      count('impressions'),
      likes,
      likes + replies + reposts + saves + clicks + visits + expands,
      saves,
      Math.floor(reposts * 0.3),
      x.gained[day] ?? 0,
      x.lost[day] ?? 0,
      replies,
      reposts,
      visits,
      published.length,
      ...(name === BLANK ? ['', ''] : [films, media]),
    ]);
  }
  return csv([OVERVIEW.split(','), ...rows]);
}

/** Content: one row a post, newest first, as it stands on the day of the export. */
export function posts(world: World, month: string, seen: Day): Uint8Array {
  const { from, to } = span(month);
  const now = at(seen);
  const items = visible(world.x, now).filter((item) => dayAt(item.day) >= from && dayAt(item.day) <= to);
  const rows = items.map((item): Cell[] => {
    const day = dayAt(item.day);
    const count = (key: 'impressions' | 'likes' | 'comments' | 'shares' | 'saves' | 'clicks'): number => figure(item, key, now);
    const [impressions, likes, replies, reposts, saves, clicks] = [
      count('impressions'),
      count('likes'),
      count('comments'),
      count('shares'),
      count('saves'),
      count('clicks'),
    ];
    const visits = Math.floor(impressions * 0.004);
    const expands = Math.floor(impressions * 0.011);
    const tagged = Math.floor(impressions * 0.0006);
    return [
      item.id,
      `${WEEKDAYS[weekday(day) - 1] ?? ''} ${monthName(day)} ${day.slice(8)} ${day.slice(0, 4)}`,
      quote(item.type === 'link' ? `${item.text} ${NAMES.site}/berita/${item.id.slice(-6)}` : item.text),
      `${NAMES.site}/x/status/${item.id}`,
      impressions,
      likes,
      likes + replies + reposts + saves + clicks + visits + expands + tagged,
      saves,
      Math.floor(reposts * 0.3),
      impressions > 4000 ? hash(item.id) % 3 : 0,
      replies,
      reposts,
      visits,
      expands,
      clicks,
      tagged,
      0,
    ];
  });
  return csv([CONTENT.split(','), ...rows]);
}
