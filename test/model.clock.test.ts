import { expect, test } from 'vitest';
import { dayOf, hourOf } from '#model/day.ts';

const ZONES = [
  'Asia/Jakarta',
  'Asia/Jayapura',
  'Asia/Kathmandu',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];

test.each(ZONES)('%s: day and hour are those that Intl shows, also on the days on which clocks are changed', (timeZone) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  // Clocks change in March, April, October and November; Apia left out 30 December 2011.
  for (const first of ['2026-03-07', '2026-04-03', '2026-10-02', '2026-10-31', '2011-12-29', '1969-12-31'])
    for (let quarter = 0; quarter < 4 * 24 * 3; quarter += 1) {
      const instant = new Date(Date.parse(`${first}T00:00:00.250Z`) + quarter * 900_000);
      const [day, time] = format.format(instant).split(', ');
      expect([dayOf(instant, timeZone), hourOf(instant, timeZone)]).toEqual([day, Number(time?.slice(0, 2))]);
    }
});

test('an instant that is none is refused', () => {
  expect(() => dayOf(new Date(NaN), 'Asia/Jakarta')).toThrow(RangeError);
});
