package bankassistant.ui.audit;

import bankassistant.ui.shell.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the things that is filtered by.
 *
 * @param words   for people
 * @param without the filter that is left when it is removed
 */
record FilterChip(String words, RecordFilter without) {

    static List<FilterChip> of(RecordFilter filter, RecordWords words, Messages messages, Choices choices) {
        List<FilterChip> chips = new ArrayList<>();
        if (!filter.time().equals(TimeRange.ALWAYS)) {
            chips.add(new FilterChip(words.time(filter.time()), filter.during(TimeRange.ALWAYS)));
        }
        if (!filter.text().isEmpty()) {
            chips.add(chip(messages, "text", "\u201c" + filter.text() + "\u201d", filter.holding("")));
        }
        filter.users().stream().sorted().forEach(user -> chips
                .add(chip(messages, "user", user, filter.ofUsers(RecordFilter.without(filter.users(), user)))));
        filter.kinds().stream().sorted().forEach(kind -> chips.add(chip(messages, "kind", words.kind(kind),
                filter.ofKinds(RecordFilter.without(filter.kinds(), kind)))));
        filter.intents().stream().sorted().forEach(intent -> chips.add(chip(messages, "intent", words.intent(intent),
                filter.ofIntents(RecordFilter.without(filter.intents(), intent)))));
        filter.inScope().ifPresent(wanted -> chips.add(chip(messages, "scope", messages.text("audit.scope." + wanted),
                filter.inScope(Optional.empty()))));
        filter.policy().ifPresent(id -> chips.add(chip(messages, "policy",
                choices.policies().getOrDefault(id, id), filter.citing(Optional.empty()))));
        filter.pii().stream().sorted().forEach(type -> chips.add(
                chip(messages, "pii", words.pii(type), filter.masking(RecordFilter.without(filter.pii(), type)))));
        if (filter.checksFailed()) {
            chips.add(new FilterChip(messages.text("audit.chip.checks"), filter.failingChecks(false)));
        }
        return chips;
    }

    private static FilterChip chip(Messages messages, String name, String value, RecordFilter without) {
        return new FilterChip(messages.text("audit.chip", messages.text("audit.filter." + name), value), without);
    }
}
