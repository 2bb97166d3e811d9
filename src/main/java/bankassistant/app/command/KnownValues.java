package bankassistant.app.command;

import bankassistant.app.Installation;
import bankassistant.audit.AuditLog;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyException;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyReader;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells values of filters that nothing can match from those that nothing happens to match. Known is what the application knows now, and
 * what some record names: policies come and go, records stay.
 */
final class KnownValues {

    /** Newest records in which users are looked for, to name them. */
    private static final int LOOKED_AT = 2_000;
    private static final int MOST_NAMED = 30;
    private static final int MOST_NEAR = 5;

    private final AuditLog log;
    private final Installation installation;

    KnownValues(AuditLog log, Installation installation) {
        this.log = log;
        this.installation = installation;
    }

    /** What is wrong with a query, in words that name the values that could be meant; empty if it may find something. */
    Optional<String> fault(AuditQuery query) {
        return unknown(query.kinds(), Entry.kinds(), AuditQuery.ALL::ofKinds)
                .map(kind -> words("--kind", "kind", kind, Entry.kinds()))
                .or(() -> unknown(query.intents(), BankingIntents.names(), AuditQuery.ALL::ofIntents)
                        .map(intent -> words("--intent", "intent", intent, BankingIntents.names())))
                .or(() -> query.policy().flatMap(this::policyFault))
                .or(() -> unknown(query.users(), Set.of(), AuditQuery.ALL::ofUsers)
                        .map(user -> words("--user", "user of whom there are records", user, users())));
    }

    private Optional<String> policyFault(String policy) {
        Optional<List<String>> known = policies();
        return known.flatMap(ids -> unknown(Set.of(policy), ids, values -> AuditQuery.ALL.citing(policy))
                .map(_ -> words("--policy", "policy", policy, ids)));
    }

    private Optional<String> unknown(Collection<String> wanted, Collection<String> known,
            Function<Set<String>, AuditQuery> query) {
        return wanted.stream().sorted().filter(value -> !known.contains(value))
                .filter(value -> log.page(query.apply(Set.of(value)), Long.MAX_VALUE, 1).records().isEmpty())
                .findFirst();
    }

    /** Ids; empty where the policies can't be read, so that nobody can tell. */
    private Optional<List<String>> policies() {
        try {
            return Optional.of(new PolicyFolder(new PolicyReader(), BankingIntents.names())
                    .read(installation.policies()).policies().stream().map(Policy::id).toList());
        } catch (PolicyException e) {
            return Optional.empty();
        }
    }

    private Set<String> users() {
        return log.page(AuditQuery.ALL, Long.MAX_VALUE, LOOKED_AT).records().stream().map(AuditRecord::user)
                .filter(name -> !name.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(String option, String what, String value, Collection<String> known) {
        List<String> near = near(value, known);
        boolean named = near.isEmpty() && known.size() <= MOST_NAMED;
        return option + ": there is no " + what + " '" + value + "'."
                + (near.isEmpty() ? "" : " Near it: " + String.join(", ", near) + ".")
                + (named ? " Known: " + String.join(", ", known) + "." : "");
    }

    /** Those with few other letters, and those that hold it or that it holds. */
    static List<String> near(String value, Collection<String> known) {
        String wanted = value.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        int most = Math.max(2, wanted.length() / 3);
        return known.stream().filter(name -> distance(wanted, name.replace('-', '_')) <= most
                || wanted.length() > 2 && name.replace('-', '_').contains(wanted))
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name.replace('-', '_')))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_NEAR).toList();
    }

    /** Letters to put in, take out or exchange (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
