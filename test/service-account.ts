import { generateKeyPairSync } from 'node:crypto';

/** The JSON key file of a service account that was never anybody's, made anew: no private key stands in the repository. */
export function serviceAccount(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return JSON.stringify({
    type: 'service_account',
    project_id: 'contoh',
    private_key_id: 'canary0001',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    client_email: 'canary@contoh.iam.gserviceaccount.com',
    token_uri: 'https://oauth2.googleapis.com/token',
  });
}
