import type { Day } from '#model/day.ts';
import { at, dayAt, span } from './calendar.ts';
import { csv, type Cell } from './csv.ts';
import { NAMES } from './profiles.ts';
import { figure, visible, type World } from './world.ts';

const HEAD =
  'Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves';
const TYPES: Readonly<Record<string, string>> = { image: 'IG image', album: 'IG carousel', 'short-video': 'IG reel' };

/** Meta Business Suite, content of an Instagram account: a byte-order mark, `12,400`, captions over several lines. */
export function suite(world: World, month: string, seen: Day): Uint8Array {
  const { from, to } = span(month);
  const now = at(seen);
  const items = visible(world.instagram, now).filter((item) => dayAt(item.day) >= from && dayAt(item.day) <= to);
  const rows = items.map((item): Cell[] => {
    const count = (name: 'views' | 'reach' | 'likes' | 'shares' | 'comments' | 'saves'): string =>
      thousands(figure(item, name, now));
    const day = dayAt(item.day);
    const time = `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)} ${pad(Math.floor(item.minute / 60))}:${pad(item.minute % 60)}`;
    return [
      item.id,
      NAMES.instagram.id,
      NAMES.instagram.username,
      NAMES.agency,
      item.text,
      item.seconds,
      time,
      `${NAMES.site}/instagram/${item.type === 'short-video' ? 'reel' : 'p'}/${item.id}/`,
      TYPES[item.type] ?? 'IG image',
      '',
      'Lifetime',
      count('views'),
      item.odd === 'unreached' ? '' : count('reach'),
      count('likes'),
      count('shares'),
      thousands(Math.floor(figure(item, 'reach', now) * 0.0006)),
      count('comments'),
      count('saves'),
    ];
  });
  return csv([HEAD.split(','), ...rows], '\uFEFF');
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** `12400` as `12,400`. */
function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
