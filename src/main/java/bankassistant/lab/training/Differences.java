package bankassistant.lab.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which settings two trainings differ, in words. */
final class Differences {

    private static final int HASH_LENGTH = 64;

    private Differences() {}

    static String between(Map<String, String> before, Map<String, String> now) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String was = before.getOrDefault(name, "not set");
            String is = now.getOrDefault(name, "not set");
            if (!was.equals(is)) {
                differences.add(was.length() == HASH_LENGTH && is.length() == HASH_LENGTH
                        ? "other " + name
                        : "%s was %s, is now %s".formatted(name, was, is));
            }
        }
        return String.join("; ", differences);
    }
}
