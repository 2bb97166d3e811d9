package bankassistant.model.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import bankassistant.model.training.AdamW;
import bankassistant.model.training.Parameter;
import bankassistant.model.training.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A network of frozen weights with adapters, its gradients and the optimizer's moments, in native memory. */
final class AdaptedNetwork implements AutoCloseable {

    /** Standard deviation of a head's first weights. */
    private static final double HEAD_DEVIATION = 0.02;

    private final TorchThread thread;
    private final TorchScript script;
    private final List<AdapterSlot> slots;
    private final List<Integer> trained = new ArrayList<>();

    /**
     * @param resource the network's text, which the text that all have in common follows
     * @param slots    in the order the network takes them
     */
    AdaptedNetwork(TorchThread thread, String resource, List<AdapterSlot> slots) {
        this.thread = thread;
        this.slots = slots;
        script = thread.call(() -> new TorchScript(resource, "training.torchscript.txt"));
        for (int i = 0; i < slots.size(); i++) {
            if (!slots.get(i).isEmpty()) {
                trained.add(i);
            }
        }
    }

    TorchScript script() {
        return script;
    }

    /** Adds the first values of all slots, behind the frozen weights. On the thread. */
    void addParameters(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (AdapterSlot slot : slots) {
            add("add_parameter", slot.firstValues(random, HEAD_DEVIATION), slot.shape());
        }
    }

    /** Adds a frozen weight. On the thread. @param product whether it is multiplied with, and so in that type */
    void addFrozen(float[] values, long[] shape, ProductType products, boolean product) {
        add(product && products == ProductType.BFLOAT16 ? "add_halved" : "add_frozen", values, shape);
    }

    private void add(String method, float[] values, long... shape) {
        try (NDManager scope = script.manager().newSubManager()) {
            script.callRecording(scope, method, scope.create(values, new Shape(shape)));
        }
    }

    List<Parameter> parameters() {
        return trained.stream().map(i -> slots.get(i).parameter()).toList();
    }

    /** Makes what is random in the next pass follow from the seed. On the thread. */
    static void seed(long seed) {
        Engine.getEngine("PyTorch").setRandomSeed((int) (seed ^ seed >>> 32));
    }

    double update(AdamW step) {
        return thread.call(() -> {
            try (NDManager scope = script.manager().newSubManager()) {
                double norm = script.call(scope, "norm").head().toDoubleArray()[0];
                if (Double.isFinite(norm)) {
                    step(step, Math.min(1, step.maxNorm() / (norm + 1e-6)), scope);
                } else {
                    script.call(scope, "clear");
                }
                return norm;
            }
        });
    }

    private void step(AdamW step, double share, NDManager scope) {
        for (int i : trained) {
            AdapterSlot slot = slots.get(i);
            double rate = slot.head() ? step.headLearningRate() : step.learningRate();
            double decay = slot.parameter().decays() ? step.weightDecay() : 0;
            script.call(scope, "step", i, share, rate, decay, step.beta1(), step.beta2(), step.epsilon(), step.step());
        }
    }

    float[] gradient(int parameter) {
        return thread.call(() -> {
            try (NDManager scope = script.manager().newSubManager()) {
                return script.call(scope, "gradient", trained.get(parameter)).head().toFloatArray();
            }
        });
    }

    TrainingState state() {
        return thread.call(() -> {
            List<List<float[]>> all = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i : trained) {
                try (NDManager scope = script.manager().newSubManager()) {
                    NDList tensors = script.call(scope, "state", i);
                    for (int kind = 0; kind < all.size(); kind++) {
                        all.get(kind).add(tensors.get(kind).toFloatArray());
                    }
                }
            }
            return new TrainingState(all.get(0), all.get(1), all.get(2));
        });
    }

    void restore(TrainingState state) {
        TrainingStates.requireFit(state, parameters());
        thread.run(() -> {
            for (int i = 0; i < trained.size(); i++) {
                try (NDManager scope = script.manager().newSubManager()) {
                    Shape shape = new Shape(slots.get(trained.get(i)).shape());
                    script.call(scope, "restore", trained.get(i), scope.create(state.values().get(i), shape),
                            scope.create(state.firstMoments().get(i), shape),
                            scope.create(state.secondMoments().get(i), shape));
                }
            }
        });
    }

    @Override
    public void close() {
        thread.run(script::close);
    }
}
