package bankassistant.audit.record;

import bankassistant.identity.Role;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.PiiSpan;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened. The names of kinds and components are the names in the canonical bytes: one that is in use never changes
 * (src/docs/audit-format.md). Numbers are whole, so that there is one way to write each.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Entry.Question.class, name = "question"),
        @JsonSubTypes.Type(value = Entry.Answer.class, name = "answer"),
        @JsonSubTypes.Type(value = Entry.SignIn.class, name = "sign_in"),
        @JsonSubTypes.Type(value = Entry.SignInFailed.class, name = "sign_in_failed"),
        @JsonSubTypes.Type(value = Entry.SignOut.class, name = "sign_out"),
        @JsonSubTypes.Type(value = Entry.Locked.class, name = "locked"),
        @JsonSubTypes.Type(value = Entry.UserChanged.class, name = "user_changed"),
        @JsonSubTypes.Type(value = Entry.RoleChanged.class, name = "role_changed"),
        @JsonSubTypes.Type(value = Entry.IndexBuilt.class, name = "index_built"),
        @JsonSubTypes.Type(value = Entry.ModelLoaded.class, name = "model_loaded"),
        @JsonSubTypes.Type(value = Entry.SettingsChanged.class, name = "settings_changed"),
        @JsonSubTypes.Type(value = Entry.CustomerSelected.class, name = "customer_selected"),
        @JsonSubTypes.Type(value = Entry.RecordViewed.class, name = "record_viewed"),
        @JsonSubTypes.Type(value = Entry.RecordsListed.class, name = "records_listed"),
        @JsonSubTypes.Type(value = Entry.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = Entry.Exported.class, name = "exported"),
        @JsonSubTypes.Type(value = Entry.Verified.class, name = "verified"),
        @JsonSubTypes.Type(value = Entry.BackedUp.class, name = "backed_up"),
        @JsonSubTypes.Type(value = Entry.Restored.class, name = "restored"),
        @JsonSubTypes.Type(value = Entry.Started.class, name = "started"),
        @JsonSubTypes.Type(value = Entry.Stopped.class, name = "stopped"),
        @JsonSubTypes.Type(value = Entry.UncleanStop.class, name = "unclean_stop"),
        @JsonSubTypes.Type(value = Entry.ClockSetBack.class, name = "clock_set_back"),
        @JsonSubTypes.Type(value = Entry.HoldSet.class, name = "hold_set"),
        @JsonSubTypes.Type(value = Entry.HoldLifted.class, name = "hold_lifted"),
        @JsonSubTypes.Type(value = Entry.Expired.class, name = "expired"),
        @JsonSubTypes.Type(value = Entry.OldStoreDeleted.class, name = "old_store_deleted")})
public sealed interface Entry {

    /** Its kind as records name it, such as {@code sign_in_failed}. */
    default String kind() {
        for (JsonSubTypes.Type type : Entry.class.getAnnotation(JsonSubTypes.class).value()) {
            if (type.value() == getClass()) {
                return type.name();
            }
        }
        throw new IllegalStateException("no name for " + getClass());
    }

    /** The names of all kinds, {@link Erased} among them, sorted. */
    static List<String> kinds() {
        return Stream.concat(Stream.of(Erased.KIND),
                Arrays.stream(Entry.class.getAnnotation(JsonSubTypes.class).value()).map(JsonSubTypes.Type::name))
                .sorted().toList();
    }

    /**
     * What a question was taken for.
     *
     * @param intent       as in Banking77; empty when none
     * @param confidenceE4 calibrated probability of the intent in ten-thousandths, 0 to 10,000
     */
    record Meaning(boolean inScope, Optional<String> intent, int confidenceE4) {}

    /**
     * Somebody asked.
     *
     * @param conversation id
     * @param turn         id of the question within it
     * @param text         as masked
     * @param pii          how many pieces of personal data were masked, by type
     * @param meaning      empty where it could not be told
     */
    record Question(String conversation, String turn, String text, Map<String, Integer> pii,
            Optional<Meaning> meaning) implements Entry {

        public Question {
            pii = sorted(pii);
        }

        /** The only way to record what a person typed. */
        public static Question of(String conversation, String turn, MaskedText text, Optional<Meaning> meaning) {
            Map<String, Integer> pii = text.spans().stream()
                    .collect(Collectors.toMap(PiiSpan::type, _ -> 1, Integer::sum));
            return new Question(conversation, turn, text.value(), pii, meaning);
        }
    }

    /** How a question ended. */
    enum Outcome {
        /** It was answered; turned away, withheld and asked back are answers too. */
        GIVEN,
        /** The person stopped it. */
        STOPPED,
        /** It was not allowed. */
        REFUSED,
        /** A stage could not do its work. */
        FAILED
    }

    /**
     * Where an answer stands.
     *
     * @param sha256 of the policy's file
     */
    record Source(String policy, String section, String version, String sha256) {}

    /**
     * What the check of a written text found.
     *
     * @param written  whether there was a text to check
     * @param invented figures that stand in no evidence
     * @param faults   why it was not shown
     */
    record Checks(boolean written, boolean figuresCarried, List<String> invented, List<String> faults) {

        public Checks {
            invented = List.copyOf(invented);
            faults = List.copyOf(faults);
        }
    }

    /**
     * The end of a turn.
     *
     * @param question  sequence of the question's record
     * @param form      written, quoted, withheld, out_of_scope, clarify...; empty if there is no answer
     * @param text      with placeholders; empty if there is no answer
     * @param timingsUs microseconds by stage
     * @param models    SHA-256 of model and adapter files, by name
     * @param error     code that the person was shown
     */
    record Answer(long question, Outcome outcome, String form, String text, Optional<Meaning> meaning,
            List<Source> sources, Optional<Checks> checks, Map<String, Long> timingsUs, Map<String, String> models,
            int promptTokens, int answerTokens, Optional<String> error) implements Entry {

        public Answer {
            sources = List.copyOf(sources);
            timingsUs = sorted(timingsUs);
            models = sorted(models);
        }
    }

    /** @param usersRevision of the users file, which only grows: a lower one later is an older file put back */
    record SignIn(long usersRevision) implements Entry {}

    /**
     * Somebody tried to sign in and did not succeed.
     *
     * @param event id of the event where it waited to be recorded
     * @param at    when; of several in a row, the last
     * @param name  of the user; {@code ?} where nobody has it, since what was typed may be a password
     * @param times in a row
     */
    record SignInFailed(String event, Instant at, String name, int times) implements Entry {}

    record SignOut() implements Entry {}

    /** @param reason {@code idle} or {@code asked} */
    record Locked(String reason) implements Entry {}

    /**
     * Something was done to a user.
     *
     * @param event  id of the event where it waited to be recorded
     * @param at     when
     * @param by     who did it
     * @param name   whom it concerns
     * @param change such as {@code user_added}, {@code user_disabled}, {@code user_reset}, {@code password_changed}
     * @param role   of the user, where known
     */
    record UserChanged(String event, Instant at, String by, String name, String change, Optional<Role> role)
            implements
                Entry {}

    /** @param from empty for a new user */
    record RoleChanged(String name, Optional<Role> from, Role to) implements Entry {}

    /** @param policies SHA-256 of each policy's file, by the policy's id */
    record IndexBuilt(Map<String, String> policies) implements Entry {

        public IndexBuilt {
            policies = sorted(policies);
        }
    }

    /** @param files SHA-256 by name */
    record ModelLoaded(String name, Map<String, String> files) implements Entry {

        public ModelLoaded {
            files = sorted(files);
        }
    }

    record SettingsChanged(String setting, String from, String to) implements Entry {}

    /** @param customer the bank's own number of the customer, never a name */
    record CustomerSelected(String customer) implements Entry {}

    /**
     * Somebody read records.
     *
     * @param count        how many, beginning with {@code first}
     * @param conversation that was shown with it, where it belongs to one
     */
    record RecordViewed(long first, long count, Optional<String> conversation) implements Entry {

        public RecordViewed(long first, long count) {
            this(first, count, Optional.empty());
        }
    }

    /**
     * Somebody had records listed, all of them or those that match.
     *
     * @param query what was asked for, in words, as masked
     * @param first the least sequence that was given out, where it is known: in a window it depends on how far down one looks
     * @param count how many were given out, where it is known
     */
    record RecordsListed(String query, Optional<Long> first, Optional<Long> count) implements Entry {}

    /**
     * Somebody tried what their role may not do. Nothing of it was done.
     *
     * @param event id of the event where it waited to be recorded
     * @param tried the permission that it takes, such as {@code read_all_records}
     * @param times in that session, until it was recorded
     */
    record Refused(String event, String tried, int times) implements Entry {}

    /**
     * Records were given out.
     *
     * @param query  what was asked for, in words
     * @param sha256 of the file
     */
    record Exported(String format, String query, long count, String sha256) implements Entry {}

    /**
     * The log was checked.
     *
     * @param outcome  verified, or the kind of change that was found
     * @param records  how many were read
     * @param root     of the tree over them, in hexadecimal digits
     * @param external checkpoints from outside it was compared with
     */
    record Verified(String outcome, long records, String root, int external) implements Entry {}

    /** A copy of the store was made. */
    record BackedUp(String file, long records, String root) implements Entry {}

    /**
     * The store was brought back from a copy.
     *
     * @param records    in the copy
     * @param knownSize  records that the newest known checkpoint spoke of
     * @param acceptedBy who agreed to lose the ones between, if there were any
     */
    record Restored(String file, long records, long knownSize, List<String> acceptedBy) implements Entry {

        public Restored {
            acceptedBy = List.copyOf(acceptedBy);
        }
    }

    /** The application opened the log. */
    record Started(String java, String system) implements Entry {}

    /** The application closed the log in good order. */
    record Stopped() implements Entry {}

    /**
     * Found at a start: the application before ended without closing the log.
     *
     * @param last     sequence of its last record
     * @param lastTime of that record
     */
    record UncleanStop(long last, Instant lastTime) implements Entry {}

    /** The clock says an earlier time than at the record before. @param before that record's time */
    record ClockSetBack(Instant before) implements Entry {}

    /**
     * A legal hold: what it covers is not erased until it is lifted. What is empty asks for nothing; something is given.
     *
     * @param hold      its name, unlike any other's
     * @param reference why, such as the number of a case
     * @param user      whose records, and those about this user
     * @param session   whose records
     * @param from      the earliest time
     * @param to        before this time
     */
    record HoldSet(String hold, String reference, Optional<String> user, Optional<String> session,
            Optional<Instant> from, Optional<Instant> to) implements Entry {}

    /** A legal hold is over. @param reference why */
    record HoldLifted(String hold, String reference) implements Entry {}

    /**
     * Contents are erased whose time is over. It stands in the log before it is done, and is done again at the next opening where it
     * was interrupted.
     *
     * @param retentionMonths how long records are kept, from the end of their month on
     * @param months          what is erased
     * @param released        records that had been kept for holds and are erased now
     */
    record Expired(int retentionMonths, List<ExpiredMonth> months, List<Long> released) implements Entry {

        public Expired {
            months = List.copyOf(months);
            released = List.copyOf(released);
        }
    }

    /**
     * A store that was there before a backup was restored is deleted, since all in it is older than records are kept. It stands in the log
     * before it is done, as {@link Expired} does.
     *
     * @param movedAside      when the backup was restored
     * @param retentionMonths how long records are kept, from the end of their month on
     */
    record OldStoreDeleted(String file, Instant movedAside, int retentionMonths) implements Entry {}

    /**
     * The records of a month, as the store's key for them opened them.
     *
     * @param month   such as 2026-11
     * @param key     number of that key
     * @param records how many it opened
     * @param first   the first one
     * @param last    the last one; those between may belong to other keys
     * @param kept    those that stay readable, since holds cover them
     */
    record ExpiredMonth(String month, int key, long records, long first, long last, List<Long> kept) {

        public ExpiredMonth {
            kept = List.copyOf(kept);
        }

        /** When its records have been kept for so many months. */
        public Instant over(int retentionMonths) {
            return YearMonth.parse(month).plusMonths(1L + retentionMonths).atDay(1).atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }
    }

    /**
     * Stands for a record whose content was erased. No record says this: there are no bytes for it.
     *
     * @param month the month it was written in, such as 2026-11
     * @param leaf  its hash in the tree, in hexadecimal digits
     */
    record Erased(String month, String leaf) implements Entry {

        /** Its kind, as lists name it. */
        public static final String KIND = "erased";

        @Override
        public String kind() {
            return KIND;
        }
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
