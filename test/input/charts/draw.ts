// Draws every chart of the small report and prints the sha256 of all pictures; run under several time zones and without eval.
import { createHash } from 'node:crypto';
import { charts } from '#charts/index.ts';
import { i18n } from '#i18n/index.ts';
import { Agency } from '#model/agency.ts';
import { Report } from '#model/report.ts';
import agency from './agency.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };

const hash = createHash('sha256');
for (const lang of ['id', 'en']) {
  const drawn = await charts(Report.parse(report), { agency: Agency.parse(agency), declarations: [], words: i18n(lang) });
  hash.update(JSON.stringify(drawn));
}
console.log(hash.digest('hex'));
