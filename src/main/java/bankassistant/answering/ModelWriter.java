package bankassistant.answering;

import bankassistant.model.Generation;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageModel;
import bankassistant.model.LanguageSession;
import bankassistant.model.Prompt;
import bankassistant.retrieval.Evidence;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
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
        return write(question, evidence, false, SentenceListener.ALL, cancelled);
    }

    @Override
    public Optional<Writing> write(String question, Evidence evidence, boolean bound, SentenceListener listener,
            BooleanSupplier cancelled) {
        Optional<Prompt> prompt = prompts.of(question, evidence);
        if (prompt.isEmpty()) {
            return Optional.empty();
        }
        GenerationOptions greedy = GenerationOptions.greedy(answerTokens(evidence));
        GenerationOptions options = bound ? greedy.withRule(new FigureRule(evidence.text())) : greedy;
        takeTurn(cancelled);
        try {
            return Optional.of(generate(prompt.get(), options, listener, cancelled));
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

    /** The model writes on a thread of its own, so that the listener hears a sentence while the next one is decoded. */
    private Writing generate(Prompt prompt, GenerationOptions options, SentenceListener listener,
            BooleanSupplier cancelled) {
        if (session == null) {
            session = model.open();
        }
        LanguageSession open = session;
        Pieces pieces = new Pieces(cancelled);
        FutureTask<Generation> run = new FutureTask<>(() -> {
            try {
                return open.generate(prompt, options, pieces);
            } finally {
                pieces.end();
            }
        });
        long start = System.nanoTime();
        Thread.ofVirtual().start(run);
        SentenceStream sentences = new SentenceStream(listener);
        Generation generation;
        try {
            for (Optional<String> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
                if (!sentences.add(piece.get())) {
                    pieces.stop();
                }
            }
        } finally {
            pieces.stop();
            generation = result(run, pieces);
        }
        if (pieces.interrupted) {
            Thread.currentThread().interrupt();
        }
        if (cancelled.getAsBoolean() || pieces.interrupted) {
            throw new CancellationException("the answer is no longer wanted");
        }
        sentences.end();
        return new Writing(generation.text().strip(), generation.finish(), generation.promptTokens(),
                generation.answerTokens(), pieces.millisToFirst(start));
    }

    private static Generation result(FutureTask<Generation> run, Pieces pieces) {
        while (true) {
            try {
                return run.get();
            } catch (InterruptedException e) {
                pieces.interrupt();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
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

    /** The pieces of a text on their way from the model's thread to the one that asked. */
    private static final class Pieces implements GenerationListener {

        private final BlockingQueue<Optional<String>> queue = new LinkedBlockingQueue<>();
        private final BooleanSupplier cancelled;
        private volatile boolean stopped;
        private boolean interrupted;
        private volatile long first;

        Pieces(BooleanSupplier cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public boolean onText(String piece) {
            if (first == 0) {
                first = System.nanoTime();
            }
            queue.add(Optional.of(piece));
            return !stopped && !cancelled.getAsBoolean();
        }

        void end() {
            queue.add(Optional.empty());
        }

        /** No further piece is wanted. */
        void stop() {
            stopped = true;
        }

        /** The next piece; empty at the end, and once this thread was interrupted. */
        Optional<String> next() {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                interrupt();
                return Optional.empty();
            }
        }

        void interrupt() {
            stop();
            interrupted = true;
        }

        double millisToFirst(long start) {
            return first == 0 ? 0 : (first - start) / 1e6;
        }
    }
}
