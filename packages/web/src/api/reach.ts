/** Whether the service answers. While it does not, questions wait, and we ask for its health until it is back. */
import { onlineManager } from '@tanstack/react-query';

const ASK_EVERY_MS = 2000;

// The browser's own word is about its network; ours is about the service.
onlineManager.setEventListener(() => undefined);

let timer: ReturnType<typeof setTimeout> | null = null;

/** True while the last request was answered. */
export function isReachable(): boolean {
  return onlineManager.isOnline();
}

/** Calls back whenever that changes. */
export function subscribeReach(changed: () => void): () => void {
  return onlineManager.subscribe(changed);
}

/** A request found nobody. */
export function noteSilence(): void {
  onlineManager.setOnline(false);
  timer ??= setTimeout(() => void askHealth(), ASK_EVERY_MS);
}

/** Waiting questions are asked again as soon as this is noted. */
export function noteAnswer(): void {
  onlineManager.setOnline(true);
}

async function askHealth(): Promise<void> {
  timer = null;
  try {
    const response = await fetch('/api/v1/health');
    if (response.ok) {
      noteAnswer();
      return;
    }
  } catch {
    // Still nobody there.
  }
  noteSilence();
}
