package bankassistant.ui.chat;

import bankassistant.chat.Answer;
import bankassistant.chat.Citation;
import bankassistant.chat.Conversation;
import bankassistant.chat.Details;
import bankassistant.chat.StageEvent;
import bankassistant.retrieval.Evidence;
import bankassistant.ui.shell.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One question and what became of it. Used on the JavaFX thread only. */
public final class Turn {

    /** Where the answer stands. */
    public enum Status {
        /** Asked before the assistant was ready. */
        WAITING,
        /** The question is being masked and the policies searched. */
        SEARCHING,
        /** The evidence is found; words are on their way. */
        WRITING,
        /** The answer is complete. */
        ANSWERED,
        /** The person stopped it; what had arrived stays. */
        STOPPED,
        /** There is no answer; {@link Turn#problem()} says why. */
        FAILED
    }

    private final Conversation conversation;
    private final String question;
    private final ReadOnlyObjectWrapper<Status> status;
    private final ObservableList<Paragraph> paragraphs = FXCollections.observableArrayList();
    private final ObservableList<Paragraph> shownParagraphs = FXCollections.unmodifiableObservableList(paragraphs);
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper masked = new ReadOnlyIntegerWrapper();
    private Evidence evidence;

    Turn(Conversation conversation, String question, Status status) {
        this.conversation = conversation;
        this.question = question;
        this.status = new ReadOnlyObjectWrapper<>(status);
    }

    /** As typed: for the screen only. */
    public String question() {
        return question;
    }

    public ReadOnlyObjectProperty<Status> status() {
        return status.getReadOnlyProperty();
    }

    /** What has arrived of the answer; grows sentence by sentence. */
    public ObservableList<Paragraph> paragraphs() {
        return shownParagraphs;
    }

    /** Null until it is complete. */
    public ReadOnlyObjectProperty<Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Null unless it failed. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What the question was taken for, such as "Lost or stolen card · 97 %"; empty where there is nothing to say. */
    public String topic() {
        return Optional.ofNullable(answer.get()).filter(complete -> !(complete instanceof Answer.Clarify))
                .flatMap(complete -> complete.details().meaning()).flatMap(Details.Meaning::topic)
                .map(Details.Topic::words).orElse("");
    }

    /** Questions to choose from; none unless the answer asks back. */
    public List<String> options() {
        return answer.get() instanceof Answer.Clarify clarify ? clarify.options() : List.of();
    }

    /** How many pieces of personal data were replaced in the question. */
    public ReadOnlyIntegerProperty masked() {
        return masked.getReadOnlyProperty();
    }

    /** What has arrived, with placeholders. */
    public String text() {
        return paragraphs.stream().map(Paragraph::text).collect(Collectors.joining(" "));
    }

    /** What is copied: the paragraphs, each with its sources in brackets behind it, with placeholders. */
    public String copyText() {
        return paragraphs.stream().map(Turn::copyText).collect(Collectors.joining("\n\n"));
    }

    /** A text of this answer with its placeholders filled in: for the screen only. */
    public String reveal(String text) {
        return conversation.placeholders().reveal(text);
    }

    /** The source behind a citation of this answer. */
    public Source source(Citation citation) {
        return Source.of(citation, Optional.ofNullable(evidence));
    }

    boolean isOver() {
        return switch (status.get()) {
            case WAITING, SEARCHING, WRITING -> false;
            case ANSWERED, STOPPED, FAILED -> true;
        };
    }

    Conversation conversation() {
        return conversation;
    }

    void begin() {
        status.set(Status.SEARCHING);
    }

    void hear(StageEvent event) {
        switch (event) {
            case StageEvent.Masked heard -> masked.set(heard.question().spans().size());
            // shown with the complete answer
            case StageEvent.Understood _ -> {
            }
            case StageEvent.Found found -> {
                evidence = found.evidence();
                status.set(Status.WRITING);
            }
            case StageEvent.Sentence sentence -> add(sentence);
            // what the call returns says the same
            case StageEvent.Finished _ -> {
            }
        }
    }

    void finish(Answer complete) {
        if (!sameWords(complete.text(), text())) {
            paragraphs.setAll(new Paragraph(complete.text(), complete.citations()));
        }
        answer.set(complete);
        status.set(Status.ANSWERED);
    }

    void stop() {
        status.set(Status.STOPPED);
    }

    void fail(Problem why) {
        problem.set(why);
        status.set(Status.FAILED);
    }

    private void add(StageEvent.Sentence sentence) {
        int last = paragraphs.size() - 1;
        if (last >= 0 && paragraphs.get(last).standsOn(sentence.citation())) {
            paragraphs.set(last, paragraphs.get(last).with(sentence.text(), sentence.citation()));
        } else {
            paragraphs.add(Paragraph.of(sentence.text(), sentence.citation()));
        }
    }

    private static String copyText(Paragraph paragraph) {
        return paragraph.text() + paragraph.sources().stream()
                .map(source -> " (" + source.policyTitle() + ", " + source.sectionTitle() + ", " + source.version()
                        + ")")
                .collect(Collectors.joining());
    }

    private static boolean sameWords(String one, String other) {
        return one.strip().replaceAll("\\s+", " ").equals(other.strip().replaceAll("\\s+", " "));
    }
}
