import type { APIRoute } from 'astro';
import { i18n } from '#i18n/index.ts';
import { everyLanguage, langOf } from '../../../components/address.ts';
import { feed } from '../../../components/feed.ts';
import { data } from '../../../components/view.ts';

export function getStaticPaths() {
  return everyLanguage(data.agencies().map(({ id }) => ({ agency: id })));
}

/** Editions and corrections for feed readers. */
export const GET: APIRoute<Record<string, never>, { lang: string | undefined; agency: string }> = ({ params, site }) =>
  new Response(feed(i18n(langOf(params.lang)), data.agency(params.agency), site));
