import type { Turntable, TurntableStatus } from "../turntable.ts";

/** Waits until a turntable reports a status that meets a condition. */
export function reaches(
  turntable: Turntable,
  condition: (status: TurntableStatus) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const leave = turntable.subscribe(check);
    check(turntable.status);

    function check(status: TurntableStatus): void {
      if (!condition(status)) return;
      leave();
      resolve();
    }
  });
}

/** Waits until a turntable is at rest. */
export function rests(turntable: Turntable): Promise<void> {
  return reaches(turntable, ({ connection, moving }) => connection === "ready" && !moving);
}
