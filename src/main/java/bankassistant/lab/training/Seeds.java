package bankassistant.lab.training;

/** Seeds derived from a run's seed, so that no state of a generator needs to be kept. */
final class Seeds {

    private Seeds() {}

    /** A seed that looks unrelated to that of any other numbers. */
    static long derived(long seed, long... numbers) {
        long mixed = mix(seed);
        for (long number : numbers) {
            mixed = mix(mixed ^ number);
        }
        return mixed;
    }

    /** The generator SplitMix64 (Steele, Lea &amp; Flood, 2014), one step. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
