package bankassistant.chat;

import bankassistant.privacy.Placeholders;
import java.util.concurrent.atomic.AtomicInteger;

/** The questions of one customer's visit. Closing it forgets the values behind the placeholders. */
public final class Conversation implements AutoCloseable {

    private final String id;
    private final Placeholders placeholders = new Placeholders();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile boolean ended;

    public Conversation(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public Placeholders placeholders() {
        return placeholders;
    }

    /** The id of the next question: the conversation's and a number counted from 1. */
    String nextQuestionId() {
        return id + "-" + turns.incrementAndGet();
    }

    /** Nothing more can be asked in it. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        placeholders.clear();
    }
}
