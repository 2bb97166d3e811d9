package bankassistant.lab;

import java.util.Map;

/** How OpenMP threads wait for the next piece of work; both engines use OpenMP. */
enum ThreadWaiting {
    /** They spin for a while: the default of GNU's library, best on a machine with nothing else to do. */
    DEFAULT,
    /** They spin for some microseconds, then sleep and leave the processor to others: as the launcher sets it. */
    SHIPPED;

    private static final Map<String, String> AS_THE_LAUNCHER = Map.of("OMP_WAIT_POLICY", "PASSIVE", "GOMP_SPINCOUNT",
            "1000");

    void apply(Map<String, String> environment) {
        if (this == SHIPPED) {
            environment.putAll(AS_THE_LAUNCHER);
        } else {
            environment.keySet().removeAll(AS_THE_LAUNCHER.keySet());
        }
    }
}
