package bankassistant.app;

import bankassistant.chat.Chat;
import bankassistant.chat.EvidenceSearch;
import bankassistant.lab.heads.HeadTraining;
import bankassistant.model.LanguageModel;
import bankassistant.model.TokenEncoder;
import bankassistant.model.Tokenizer;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.torch.TrainableDecoder;
import bankassistant.model.training.LowRank;
import bankassistant.understanding.HeadUnderstander;
import java.io.IOException;
import java.util.function.Consumer;

/** The parts of the application that commands use, each opened when first asked for. Closing closes what was opened. */
public interface Parts extends AutoCloseable {

    /**
     * What answers. Takes seconds at the first call.
     *
     * @param progress takes short words about what is being done, where that takes long
     * @throws IOException if a file can't be read or is refused
     */
    Chat chat(Consumer<String> progress) throws IOException;

    /**
     * What tells what a message asks, alone, for measurements.
     *
     * @throws IOException if a file can't be read or is refused
     */
    HeadUnderstander understander(Consumer<String> progress) throws IOException;

    /** The engine's thread, for trainings. Stays these parts' to close. */
    TorchThread torch(int threads);

    /** The shipped model with an untrained adapter. The caller's to close, before these parts. */
    TrainableDecoder trainable(LowRank adapters) throws IOException;

    /**
     * Masking, understanding and finding alone, for measurements.
     *
     * @throws IOException if a file can't be read or is refused
     */
    EvidenceSearch evidence(Consumer<String> progress) throws IOException;

    /** The vectors of a text's tokens, for measurements. */
    TokenEncoder tokenEncoder() throws IOException;

    /** The shipped model's tokenizer. The caller's to close. */
    Tokenizer tokenizer() throws IOException;

    /** The shipped model as the network below a head, for trainings. */
    HeadTraining.Network classifier(TorchThread thread);

    /** The language model alone, for measurements. Stays these parts' to close. */
    LanguageModel model(Consumer<String> progress) throws IOException;

    @Override
    void close();

    /** Opens the parts for the options a command was started with. */
    @FunctionalInterface
    interface Opener {

        /** @throws RefusedException if the data folder can't be used */
        Parts open(Options options);
    }
}
