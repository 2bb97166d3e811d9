package bankassistant.lab;

import java.util.Map;

/** How OpenMP threads wait for the next piece of work; both engines use OpenMP. */
enum ThreadWaiting {
    /** They spin for a while: the default of GNU's library, best on a machine with nothing else to do. */
    DEFAULT,
    /** They sleep, and leave the processor to others: as the launcher sets it. */
    PASSIVE;

    private static final String VARIABLE = "OMP_WAIT_POLICY";

    void apply(Map<String, String> environment) {
        if (this == PASSIVE) {
            environment.put(VARIABLE, "PASSIVE");
        } else {
            environment.remove(VARIABLE);
        }
    }
}
