package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.Generation;
import bankassistant.model.Generation.FinishReason;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ModelExtension.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreadsTest {

    private static final GenerationOptions OPTIONS = GenerationOptions.greedy(10);

    private final TestModels models;

    ThreadsTest(TestModels models) {
        this.models = models;
    }

    @Test
    void many_callers_get_their_own_answers_from_one_thread() throws Exception {
        Set<Thread> heardOn = ConcurrentHashMap.newKeySet();
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                int number = i;
                answers.add(callers.submit(() -> Answers.fresh(models.int8(), Answers.prompt(number), OPTIONS,
                        _ -> heardOn.add(Thread.currentThread()) | true).text()));
            }
        }

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get())
                    .isEqualTo(Answers.fresh(models.int8(), Answers.prompt(i), OPTIONS).text());
        }
        assertThat(heardOn).containsExactly(models.thread().call(Thread::currentThread));
    }

    @Test
    void what_a_listener_throws_comes_out_and_the_session_goes_on() {
        String expected = Answers.fresh(models.fp32(), Answers.prompt(), OPTIONS).text();
        for (Throwable thrown : List.of(new IllegalArgumentException("no"), new AssertionError("never"))) {
            try (LanguageSession session = models.fp32().open()) {
                assertThatThrownBy(() -> session.generate(Answers.prompt(), OPTIONS, _ -> raise(thrown)))
                        .isSameAs(thrown);

                assertThat(session.generate(Answers.prompt(), OPTIONS, GenerationListener.NONE).text())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void an_interrupt_cancels_the_answer_within_a_token() {
        Thread caller = Thread.currentThread();
        String expected = Answers.fresh(models.fp32(), Answers.prompt(), OPTIONS).text();
        try (LanguageSession session = models.fp32().open()) {
            Generation cancelled = session.generate(Answers.prompt(), GenerationOptions.greedy(400), _ -> {
                caller.interrupt();
                return true;
            });

            assertThat(Thread.interrupted()).isTrue();
            assertThat(cancelled.finish()).isEqualTo(FinishReason.CANCELLED);
            assertThat(cancelled.answerTokens()).isLessThan(40);
            assertThat(session.generate(Answers.prompt(), OPTIONS, GenerationListener.NONE).text())
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_caller_that_is_interrupted_while_it_waits_gets_no_answer() throws InterruptedException {
        String expected = Answers.fresh(models.fp32(), Answers.prompt(), OPTIONS).text();
        AtomicReference<Generation> answer = new AtomicReference<>();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        try (LanguageSession session = models.fp32().open()) {
            CountDownLatch busy = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            Thread.ofPlatform().start(() -> models.thread().run(() -> {
                busy.countDown();
                awaitQuietly(done);
            }));
            busy.await();
            Thread waiting = Thread.ofPlatform().start(() -> {
                answer.set(session.generate(Answers.prompt(), OPTIONS, GenerationListener.NONE));
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
            waiting.interrupt();
            while (waiting.isInterrupted()) {
                Thread.onSpinWait();
            }
            done.countDown();
            waiting.join();

            assertThat(answer.get().finish()).isEqualTo(FinishReason.CANCELLED);
            assertThat(answer.get().answerTokens()).isZero();
            assertThat(answer.get().text()).isEmpty();
            assertThat(stillInterrupted).isTrue();
            assertThat(session.generate(Answers.prompt(), OPTIONS, GenerationListener.NONE).text())
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_task_is_waited_for_in_spite_of_an_interrupt() {
        Thread.currentThread().interrupt();
        int result = models.thread().call(() -> 42);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).isEqualTo(42);
    }

    @Test
    void an_engine_without_threads_is_refused() {
        assertThatThrownBy(() -> new TorchThread(0).close()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    private static boolean raise(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
