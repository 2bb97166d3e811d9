package bankassistant.answering;

import bankassistant.model.Generation;
import bankassistant.model.Generation.FinishReason;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageModel;
import bankassistant.model.LanguageSession;
import bankassistant.model.Prompt;
import bankassistant.retrieval.Evidence;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets the language model write. One warm session serves all questions, one after the other: their prompts share the
 * instruction, and nothing of a question stays in the text of the next. A session in which something failed is thrown
 * away.
 */
public final class ModelWriter implements Writer, AutoCloseable {

    /** Tokens a prompt may have. */
    private static final int PROMPT_BUDGET = 384;
    /** Tokens an answer may have at most; an endless writer costs no more. */
    private static final int MOST_ANSWER_TOKENS = 128;
    private static final int LEAST_ANSWER_TOKENS = 32;

    private final LanguageModel model;
    private final EvidencePrompt prompts;
    private final ReentrantLock turn = new ReentrantLock(true);
    private LanguageSession session;

    /** @param model stays its owner's to close, after this writer */
    public ModelWriter(LanguageModel model) {
        this.model = model;
        this.prompts = new EvidencePrompt(model.tokenizer(), PROMPT_BUDGET);
    }

    @Override
    public Optional<Writing> write(String question, Evidence evidence, BooleanSupplier cancelled) {
        Optional<Prompt> prompt = prompts.of(question, evidence);
        if (prompt.isEmpty()) {
            return Optional.empty();
        }
        takeTurn(cancelled);
        try {
            return Optional.of(generate(prompt.get(), answerTokens(evidence), cancelled));
        } catch (RuntimeException e) {
            closeSession();
            throw e;
        } finally {
            turn.unlock();
        }
    }

    /** Throws away what the session holds of earlier questions; waits for the one that is being answered. */
    public void forget() {
        turn.lock();
        try {
            closeSession();
        } finally {
            turn.unlock();
        }
    }

    private Writing generate(Prompt prompt, int maxTokens, BooleanSupplier cancelled) {
        if (session == null) {
            session = model.open();
        }
        long start = System.nanoTime();
        long[] first = new long[1];
        Generation generation = session.generate(prompt, GenerationOptions.greedy(maxTokens), _ -> {
            if (first[0] == 0) {
                first[0] = System.nanoTime();
            }
            return !cancelled.getAsBoolean();
        });
        if (generation.finish() == FinishReason.CANCELLED || cancelled.getAsBoolean()) {
            throw new CancellationException("the answer is no longer wanted");
        }
        return new Writing(generation.text().strip(), generation.finish(), generation.promptTokens(),
                generation.answerTokens(), first[0] == 0 ? 0 : (first[0] - start) / 1e6);
    }

    /** Room for the evidence in other words; what needs more would be refused as too long anyway. */
    private int answerTokens(Evidence evidence) {
        int given = model.tokenizer().encode(evidence.text()).length;
        return Math.clamp(given * 3L / 2, LEAST_ANSWER_TOKENS, MOST_ANSWER_TOKENS);
    }

    private void takeTurn(BooleanSupplier cancelled) {
        try {
            while (!turn.tryLock(20, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("the answer is no longer wanted");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the thread was interrupted");
        }
    }

    private void closeSession() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closeSession();
        } finally {
            turn.unlock();
        }
    }
}
