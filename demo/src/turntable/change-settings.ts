import type { Driver } from "./driver/driver.ts";
import type { TableSettings } from "./turntable.ts";
import { TurntableError } from "./turntable-error.ts";

/**
 * Changes the settings of a table at rest, and checks the table's answer. If the direction changes and the limits don't, the limits
 * stay in their places: the table turns their numbers around.
 *
 * @throws {TurntableError} if the connection is lost, the table moves, has no settings, or noise changed a line
 */
export async function changeSettings(driver: Driver, settings: TableSettings): Promise<void> {
  const { acceleration, reverse } = settings;
  if (driver.connection === "ready" && !driver.settings)
    throw new TurntableError("refused", "This table keeps no settings. Upload the current firmware.");
  if (driver.moving)
    throw new TurntableError("refused", "The table moves. Stop it, then save the settings again.");
  const old = driver.settings;
  const keepsPlaces =
    old !== undefined && old.reverse !== reverse && old.low === settings.low && old.high === settings.high;
  const low = keepsPlaces ? 180 - settings.high : settings.low;
  const high = keepsPlaces ? 180 - settings.low : settings.high;
  // The direction comes first, because it turns the limits around.
  for (const line of [`R${reverse ? 1 : 0}`, `L${low.toFixed(2)}:${high.toFixed(2)}`, `A${acceleration}`])
    await driver.request(line).taken;
  const kept = driver.settings;
  const isKept =
    kept?.low.toFixed(2) === low.toFixed(2) &&
    kept.high.toFixed(2) === high.toFixed(2) &&
    kept.acceleration === acceleration &&
    kept.reverse === reverse;
  if (!isKept)
    throw new TurntableError("garbled", "The line is noisy: the settings arrived changed. Save them again.");
  // A new direction has turned the position around.
  await driver.request("?").taken;
}
