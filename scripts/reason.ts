import { hasContact } from '#sources/figure/personal.ts';
import { text, UsageError } from './options.ts';

/** What staff state with `--reason`. It is published with the change: one that holds a number, an address or a handle of a person is refused. */
export function stated(value: unknown): string | undefined {
  const reason = text(value);
  if (reason === undefined) return undefined;
  if (hasContact(reason))
    throw new UsageError(
      'Alasan ini diterbitkan: tulis tanpa NIK, nomor telepon, alamat surel, atau nama akun orang. / --reason is published: say it without identity or telephone numbers, e-mail addresses or handles of people, and without names.',
    );
  if (reason.length > 300) throw new UsageError(`--reason has ${reason.length} characters; say it within 300`);
  return reason;
}
