/** Small words that hardly stand in the other regional languages of the set: Javanese, Sundanese, Minangkabau, Banjarese, Balinese. */
const SEEDS = {
  jv: 'sing ora karo iki nanging mung ing yen akeh wis dadi panganan kuwi kowe aku banget nganti saka marang durung apik regane panggonan luwih uwis amarga merga ning kanggo mangan piye opo',
  su: 'nu teu pisan abdi ieu sareng anu oge aya tiasa dieu jeung keur dina kusabab raos tuang ti pikeun kanggo henteu eta urang naha atawa lamun geus seueur ngeunah tempatna',
  min: 'nan untuak indak ndak lamak bana ado awak tampek jo alah siko urang dek sado bisa samo inyo kalau rancak dari baa lai sangaik mokasih pulo ndeh',
  bjn: 'kada wan gasan ulun banar nang haja handak kawa jua sidin ikam kadada lawan itu wadah nyaman sabarataan gin hibak kabalujuran babarapa',
  ban: 'sane ring ane ajak jaen tiang liu ten sajan tiyang niki nenten ento ene tusing puniki becik genah luung driki ngajeng antuk santukan krana sampun ipun',
} as const;

type Tongue = keyof typeof SEEDS;
const TONGUES = Object.keys(SEEDS) as Tongue[];

/**
 * The language of each text of a mixture that does not say it: first by small words, then by the words that go with those (naive Bayes, a few
 * rounds). Only a clear lead counts; the rest is undefined. Separated so, no text was read by a person.
 */
export function separate(texts: readonly string[]): (Tongue | undefined)[] {
  const words = texts.map((text) => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []));
  const seeds = TONGUES.map((tongue) => new Set<string>(SEEDS[tongue].split(' ')));
  let found = words.map((own) =>
    leader(
      seeds.map((seed) => [...own].filter((word) => seed.has(word)).length),
      2,
    ),
  );
  for (let round = 0; round < 4; round += 1) {
    const counts = TONGUES.map((tongue) => {
      const map = new Map<string, number>();
      words.forEach((own, at) => {
        if (found[at] === tongue) for (const word of own) map.set(word, (map.get(word) ?? 0) + 1);
      });
      return { map, total: found.filter((one) => one === tongue).length };
    });
    found = words.map((own) =>
      leader(
        counts.map(({ map, total }) =>
          [...own].reduce((sum, word) => sum + Math.log(((map.get(word) ?? 0) + 0.3) / (total + 1)), 0),
        ),
        3,
      ),
    );
  }
  return found;
}

/** The tongue that leads by so much; undefined where none does. */
function leader(scores: readonly number[], by: number): Tongue | undefined {
  const order = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const [one, two] = [order[0] as number, order[1] as number];
  return (scores[one] as number) - (scores[two] as number) >= by ? TONGUES[one] : undefined;
}
