package bankassistant.identity;

import java.time.Duration;
import java.util.function.ToLongFunction;

/**
 * What it costs to try a password with Argon2id (RFC 9106).
 *
 * @param memoryKib memory in KiB, 19,456 to 262,144
 * @param passes    over that memory, 1 to 64
 * @param lanes     1 to 4; they are computed one after the other
 */
public record PasswordCost(int memoryKib, int passes, int lanes) {

    private static final int LEAST_MEMORY = 19_456;
    private static final int MOST_MEMORY = 262_144;
    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 4;
    private static final int USUAL_MEMORY = 65_536;

    /** The least that is acceptable: OWASP's Password Storage Cheat Sheet asks for 19 MiB and two passes. */
    public static final PasswordCost FLOOR = new PasswordCost(LEAST_MEMORY, 2, 1);

    /** What an attempt should take on the workstation. */
    public static final Duration TARGET = Duration.ofMillis(500);

    /** @throws IllegalArgumentException if a value is outside its range, or the whole below {@link #FLOOR} */
    public PasswordCost {
        boolean inRange = memoryKib >= LEAST_MEMORY && memoryKib <= MOST_MEMORY && passes >= 1 && passes <= MOST_PASSES
                && lanes >= 1 && lanes <= MOST_LANES;
        if (!inRange || (long) memoryKib * passes < 2L * LEAST_MEMORY) {
            throw new IllegalArgumentException("these costs of a password are out of range");
        }
    }

    /** The cost that takes about {@link #TARGET} on this machine. Takes about a second itself. */
    public static PasswordCost calibrated() {
        return calibrated(TARGET, Argon2::measure);
    }

    /** @param measure nanoseconds that an attempt takes */
    static PasswordCost calibrated(Duration target, ToLongFunction<PasswordCost> measure) {
        // the first run pays for the compiler
        measure.applyAsLong(FLOOR);
        int memory = USUAL_MEMORY;
        while (memory >= LEAST_MEMORY) {
            PasswordCost tried = new PasswordCost(memory, 2, 1);
            double pass = measure.applyAsLong(tried) / 2.0;
            if (2 * pass <= target.toNanos() * 1.1) {
                int passes = (int) Math.round(target.toNanos() / pass);
                return new PasswordCost(memory, Math.clamp(passes, 2, MOST_PASSES), 1);
            }
            memory /= 2;
        }
        return FLOOR;
    }
}
