import { z } from 'zod';
import { SecretError, SourceError } from '#model/error.ts';
import { blamed, judge, refreshed, type Access } from './google.ts';
import { declaration } from './google-ads-declaration.ts';
import { address, Refused } from '../http/http.ts';
import type { Ask } from '../source.ts';

const PAGES = 100;

/** Whole numbers come as texts, fractions as numbers (proto3 JSON). */
const Row = z.object({
  customer: z
    .object({
      currencyCode: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
      timeZone: z.string().optional(),
    })
    .optional(),
  campaign: z.object({ id: z.string(), name: z.string() }).optional(),
  adGroup: z.object({ id: z.string() }).optional(),
  adGroupCriterion: z
    .object({
      criterionId: z.string().optional(),
      ageRange: z.object({ type: z.string() }).optional(),
      gender: z.object({ type: z.string() }).optional(),
    })
    .optional(),
  segments: z
    .object({ date: z.iso.date().optional(), month: z.iso.date().optional(), conversionActionName: z.string().optional() })
    .optional(),
  metrics: z
    .object({
      costMicros: z.string().optional(),
      impressions: z.string().optional(),
      clicks: z.string().optional(),
      conversions: z.number().optional(),
    })
    .optional(),
});
export type Row = z.infer<typeof Row>;
const Page = z.object({
  results: z.array(Row).default([]),
  nextPageToken: z.string().optional(),
  totalResultsCount: z.string().regex(/^\d+$/).optional(),
});
const Fault = z.object({
  error: z.object({ details: z.array(z.object({ errors: z.array(z.object({ errorCode: z.record(z.string(), z.string()) })) })) }),
});

/** All rows of one question in Google's query language. */
export type Search = (query: string) => Promise<Row[]>;

/** Questions in Google's query language, all pages of an answer, which has to hold as many rows as Google says that there are. */
export async function connect(ask: Ask): Promise<{ search: Search } & Pick<Access, 'expires' | 'scopes'>> {
  const { token, scopes, expires } = await refreshed(ask);
  const manager = digits(ask.account.settings?.['manager'] ?? '');
  const url = address(
    ask.account.server ?? declaration.server ?? '',
    `/${ask.api}/customers/${digits(ask.account.handle)}/googleAds:search`,
  );
  const request = {
    url,
    schema: Page,
    token,
    keys: { 'developer-token': ask.token() },
    headers: manager === '' ? {} : { 'login-customer-id': manager },
    judge,
  };
  const search: Search = async (query) => {
    const rows: Row[] = [];
    let next: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const post = {
        query,
        searchSettings: { returnTotalResultsCount: true },
        ...(next === undefined ? {} : { pageToken: next }),
      };
      const { body } = await ask.http.json({ ...request, post }).catch((error: unknown) => {
        throw refusal(error, ask);
      });
      rows.push(...body.results);
      next = body.nextPageToken || undefined;
      if (next !== undefined) continue;
      if (rows.length < Number(body.totalResultsCount ?? (rows.length > 0 ? Infinity : 0))) break;
      return rows;
    }
    throw new SourceError(`${url}: gives other rows than it says there are; nothing of them was used`);
  };
  return { search, scopes, ...(expires === undefined ? {} : { expires }) };
}

/** Google Ads names what is wrong in a list of its own, below the one that all of Google's APIs have. */
function refusal(error: unknown, ask: Ask): unknown {
  const details = error instanceof Refused ? (Fault.safeParse(error.body).data?.error.details ?? []) : [];
  const codes = details.flatMap(({ errors }) => errors.flatMap(({ errorCode }) => Object.values(errorCode)));
  const developer = codes.find((code) => /^DEVELOPER_TOKEN_/.test(code));
  if (developer) {
    const variable = ask.account.token ?? '';
    return new SecretError(
      variable,
      `${variable}: Google Ads refuses the developer token (${developer}); see docs/sources/google-ads.md`,
    );
  }
  const variable = ask.account.secrets?.['refresh-token'] ?? '';
  const denied = codes.find((code) => /PERMISSION_DENIED|^CUSTOMER_NOT_|^NOT_ADS_USER$/.test(code));
  if (!denied) return blamed(error, variable, declaration.id);
  return new SecretError(
    variable,
    `${variable}: may not read this ad account (${denied}); give its person access, or set "manager" under "settings"`,
  );
}

function digits(id: string): string {
  return id.replace(/\D/g, '');
}
