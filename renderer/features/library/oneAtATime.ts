let turn: Promise<unknown> = Promise.resolve();

/**
 * Questions of imports that go on meanwhile, of whatever kind: each waits for the one before it, so that never two
 * dialogs stand open.
 */
export function oneAtATime<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer> {
  return (...asked) => {
    const mine = turn.then(() => ask(...asked));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
