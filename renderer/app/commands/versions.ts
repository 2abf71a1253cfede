/** Commands on versions of a briefing, and on words that were saved from a window that broke. */
import { cleanBody } from '@shared/briefing/bodySchema';
import { isKept, planVersionName, versionOf } from '@shared/briefing/versions';
import { actorOf, windowOf } from '@shared/merge/clock';
import { isAlive } from '@shared/model/record';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { dayWordsAt } from '@shared/text/when';
import { readWhole } from '../../store/whole';
import { flushPending } from '../pending';
import { currentRoute } from '../route';
import { keepText, putText, writeText } from './briefingText';
import type { HandlersFor } from './handler';
import { idsForJudgements } from './judgementsInStep';

const room = () => import('../../features/briefings');

export const versionHandlers = {
  async 'version.keep'(context, args) {
    if (!args) {
      const route = currentRoute();
      if (route.view !== 'briefing') return no('no-briefing');
      const { askForVersionName } = await room();
      const name = await askForVersionName(context, 'Keep a version');
      if (name === undefined) return no('cancelled');
      return context.run('version.keep', { briefingId: route.briefingId, name });
    }
    const plan = planVersionName(args.name);
    if (!plan.ok) return plan;
    // What is still being typed belongs to it.
    await flushPending();
    const id = context.newId();
    const result = await context.theCase.transact('Keep version', async (tx) => {
      const briefing = await tx.get('briefings', args.briefingId);
      if (!briefing) return no('not-found');
      tx.create('briefingVersions', id, versionOf(briefing, plan.value, false));
      return yes(id);
    });
    if (result.ok) context.toast(`The version “${plan.value}” is kept.`);
    return result;
  },
  async 'version.rename'({ theCase }, { id, name }) {
    const plan = planVersionName(name);
    if (!plan.ok) return plan;
    return theCase.transact('Rename version', async (tx) => {
      if (!(await tx.get('briefingVersions', id))) return no('not-found');
      tx.update('briefingVersions', id, { name: plan.value, automatic: false });
      return yes(id);
    });
  },
  async 'version.delete'(context, { id }) {
    const result = await context.theCase.transact(
      'Delete version',
      async (tx): Promise<Result<string, 'not-found'>> => {
        const version = await tx.get('briefingVersions', id);
        if (!version) return no('not-found');
        tx.remove('briefingVersions', id);
        return yes(version.name);
      },
    );
    if (!result.ok) return result;
    context.toast(`The version “${result.value}” was deleted. The text is unchanged.`, { undo: true });
    return yes(null);
  },
  async 'version.restore'(context, { id }) {
    await flushPending();
    const { theCase } = context;
    const version = (await readWhole(theCase, 'briefingVersions')).get(id);
    if (!version) return no('not-found');
    const newIds = idsForJudgements(version.body, () => context.newId());
    const result = await theCase.transact('Restore version', async (tx) => {
      const briefing = await tx.get('briefings', version.briefingId);
      if (!briefing) return no('not-found');
      if (isKept(briefing, [version])) return no('already-this-text', version.name);
      await keepText(context, tx, briefing, `Before “${version.name}” was restored`);
      await putText(context, tx, briefing, { title: version.title, body: version.body }, newIds);
      return yes(briefing.id);
    });
    if (result.ok) {
      context.toast(`The text is that of “${version.name}” again. What stood here is kept as a version.`, {
        undo: true,
      });
    }
    return result;
  },
  async 'briefing.recover'(context, { id, body, over, window }) {
    const { theCase } = context;
    const newIds = idsForJudgements(body, () => context.newId());
    const result = await theCase.transact('Write briefing', async (tx): Promise<Result<string, string>> => {
      const stored = await tx.getWithDeleted('briefings', id);
      if (!stored) return no('not-found');
      const saved = { ...stored, body: cleanBody(body) };
      if (isKept(saved, [stored])) return no('cancelled');
      const stamp = stored.clocks['body'] ?? stored.created;
      const isOwn = stamp === over || (actorOf(stamp) === theCase.actor && windowOf(stamp) === window);
      if (isOwn && isAlive(stored)) {
        await writeText(context, tx, stored, { body: saved.body }, newIds);
        return yes(`What was being typed in “${stored.title}” when its window ended is back in the text.`);
      }
      const versions = [...(await readWhole(theCase, 'briefingVersions')).values()];
      if (
        isKept(
          saved,
          versions.filter((one) => one.briefingId === id),
        )
      )
        return no('cancelled');
      const name = `Unsaved words, ${dayWordsAt(context.now())}`;
      tx.create('briefingVersions', context.newId(), versionOf(saved, name, false));
      return yes(
        `“${stored.title}” was changed since its window ended. What was being typed then is kept as the version “${name}”; the text is unchanged.`,
      );
    });
    if (!result.ok) return result;
    context.toast(result.value, { undo: true });
    return yes(id);
  },
} satisfies HandlersFor<'version.keep' | 'version.rename' | 'version.delete' | 'version.restore' | 'briefing.recover'>;
