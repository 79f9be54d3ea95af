// The tablet's own chime, played by the browser: once for an arrival, twice and higher for a concern.
const NOTES = {
  arrival: [{ after: 0, rate: 1 }],
  concern: [{ after: 0, rate: 1.5 }, { after: 0.45, rate: 1.5 }],
};

export class Chime {
  /** `onChange` is called when the browser lets it sound, or no longer does. */
  constructor(address, onChange) {
    this.context = new AudioContext();
    this.context.addEventListener("statechange", onChange);
    this.loaded = fetch(address)
      .then((response) => response.arrayBuffer())
      .then((bytes) => this.context.decodeAudioData(bytes))
      .catch(() => null);
  }

  /** Whether the browser keeps it silent. */
  get isBlocked() {
    return this.context.state !== "running";
  }

  /** Asks the browser to let it sound; call it while somebody touches the page. */
  unlock() {
    if (this.isBlocked) this.context.resume();
  }

  /** A sample for who has just touched the page: it waits until the browser lets it sound. */
  async sample(loudness) {
    await this.context.resume();
    await this.ring("arrival", loudness);
  }

  async ring(kind, loudness) {
    const buffer = await this.loaded;
    if (!buffer || this.isBlocked) return;
    for (const { after, rate } of NOTES[kind]) {
      const source = new AudioBufferSourceNode(this.context, { buffer, playbackRate: rate });
      const volume = new GainNode(this.context, { gain: loudness });
      source.connect(volume).connect(this.context.destination);
      source.start(this.context.currentTime + after);
    }
  }
}
