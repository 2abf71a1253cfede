import { describe, expect, it } from 'vitest';
import { files, readSpec, retoldDocument } from './sampleFiles';

const all = Object.values(files).join('\n\n');

/** What has to be found, each within one document. */
const FACTS: readonly (readonly [string, ...RegExp[]])[] = [
  ['plants at full speed', /arms plants are working at full stretch/],
  ['two million shells a year', /two million artillery shells a year/],
  ['weight of the shells in the war', /weighty part of what keeps Russian guns firing/],
  ['nearly 50 howitzers in mid-November', /middle of November 2024/, /just under 50 M-1989 Koksan/, /self-propelled/],
  ['about 20 missile systems', /About 20 M-1991/, /short-range missile/],
  ['purpose of the delivery', /reinforcement of Russian forces in the war against Ukraine/],
  ['Wi on money', /Wi says/, /short of money/, /compensates/],
  ['Wi on food', /Wi says/, /short of food/],
  ['rice for shells, from Seoul', /국정원/, /컨테이너 몇 개/, /쌀 수십만 톤/],
  [
    'rice for shells, in English',
    /few containers/,
    /rice in the hundreds of thousands of tons/,
    /intelligence service in Seoul/,
  ],
  ['1,500 men', /약 1,500명/, /국가정보원/],
  ['sent for training, possibly for Ukraine', /군사 훈련/, /우크라이나 전선에 투입될 가능성/],
  ['first arrival', /перші солдати КНДР/, /Курської області 25 жовтня 2024/, /ГУР/],
  ['weeks of coordination and training', /злагодження та навчання/, /кілька тижнів/],
  ['led by Yevkurov', /заступник міністра оборони Росії Юнус-бек Євкуров/],
  ['Kiviselg and his centre', /Ants Kiviselg, who commands the centre/, /Estonian Ministry of Defence/],
  ['mountains', /Kiviselg/, /prepared for war in the mountains/],
  ['no experience in Ukraine', /Kiviselg/, /any experience of operations in Ukraine/],
  ['Stepanenko of the ISW', /Kateryna Stepanenko of the Institute for the Study of War/],
  ['the word elite', /Stepanenko/, /elite/, /label may not fit/],
  ['Security Council', /Ukraine told the Security Council/],
  ['five brigades', /no fewer than five brigades/, /Russian armed forces/],
  ['2,000 to 3,000 each', /between 2,000 and 3,000 men/],
  ['Washington’s count', /Department of Defense/, /about 10,000/],
  ['Kursk border, end of October', /Kursk region/, /along the border/, /end of October/],
  ['alleged', /alleged deployment/],
  ['holy war', /Choe Son-hui/, /“holy war”/],
  ['Kim’s order', /Kim Jong-un, she said/, /Russia's army and Russia's people/, /without conditions/],
  ['from the beginning', /first hours of the conflict/],
  ['Choe and Putin on 4 November', /Choe Son-hui/, /Putin/, /4 November 2024/, /MOSCOW/],
  ['in view of the deployment', /With North Korean soldiers already in Kursk/, /President Putin on 4 November/],
  ['modern warfare', /make ready for modern warfare/, /mounting tension in the world/],
  ['further troops', /More troops may be on their way to Russia/, /reports/],
  ['heavy losses', /losses among the first are described as heavy/],
  ['Zelenskyy on the plan', /Zelenskyy/, /means to send soldiers/, /at the Russian army's side/],
  ['Putin and mobilisation', /Zelenskyy/, /great mobilisation could cost him support at home/],
  ['decisive response', /United States would respond decisively/],
  ['Rutte on risk', /Secretary General, Mark Rutte/, /greater the geopolitical risk/],
  ['Rutte on the course of the war', /unsteady course of events further out of balance/],
  ['Baerbock in Kyiv', /KYIV, 4 November 2024/, /German Foreign Minister, Annalena Baerbock/],
  ['a graver situation', /much graver one/],
  ['war of attrition', /war of exhaustion/, /will of the people/, /lose heart/],
  ['caption: June 2024', /Kim Jong Un, at left, with Vladimir Putin at the centre.*June 2024/],
  ['caption: Koksan', /The M-1989 Koksan: a howitzer of long range/],
  ['caption: ministers', /Andrey Belousov and No Kwang-chol, the defence ministers.*29 November 2024/],
  ['caption: Kursk', /area of Kursk Oblast in which soldiers from North Korea were posted/],
];

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? [];

function runsOf(text: string, length: number): string[] {
  const words = wordsOf(text);
  return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));
}

describe('the sample’s documents', () => {
  it.each(FACTS.map(([fact, ...parts]) => ({ fact, parts })))('carry: $fact', ({ parts }) => {
    const carrying = Object.values(files).filter((text) => parts.every((part) => part.test(text)));
    expect(carrying.length).toBeGreaterThan(0);
  });

  it('are fourteen short texts with a title each', () => {
    expect(Object.keys(files)).toHaveLength(14);
    for (const text of Object.values(files)) {
      const count = text.split(/\s+/).filter(Boolean).length;
      expect(count).toBeGreaterThanOrEqual(150);
      expect(count).toBeLessThanOrEqual(450);
      expect(text.split('\n')[1]).toBe('');
    }
  });

  it('have reference markers and captions in one of them', () => {
    expect(all).toMatch(/\. \[4\]/);
  });

  it('share no run of eight words with what they retell', () => {
    const retold = retoldDocument();
    if (retold === null) {
      console.info('The retold document is not beside the repository: the comparison with it is left out.');
      return;
    }
    const theirs = new Set(runsOf(retold, 8));
    expect(theirs.size).toBeGreaterThan(200);
    const spec = JSON.stringify(readSpec());
    expect(runsOf(`${all}\n${spec}`, 8).filter((run) => theirs.has(run))).toEqual([]);
  });
});
