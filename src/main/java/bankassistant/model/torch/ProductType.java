package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** The type that matrix products of a training are computed in; sums over a product are float32 in both. */
enum ProductType {
    FLOAT32, BFLOAT16;

    private static final int ROWS = 512;
    private static final int WIDTH = 384;
    private static final int TRIES = 5;

    /** The one this processor is quicker at: bfloat16 where it has instructions for it, else float32 by far. */
    static ProductType quickest(TorchThread thread) {
        return thread.call(() -> {
            try (TorchScript network = new TorchScript("products.torchscript.txt");
                    NDManager scope = network.manager().newSubManager()) {
                NDArray x = scope.ones(new Shape(ROWS, WIDTH), DataType.FLOAT32);
                NDArray w = scope.ones(new Shape(4 * WIDTH, WIDTH), DataType.FLOAT32);
                network.call(scope, "add", x);
                network.call(scope, "add", w);
                return time(network, "halved", scope) < time(network, "plain", scope) ? BFLOAT16 : FLOAT32;
            }
        });
    }

    private static long time(TorchScript network, String method, NDManager scope) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            network.call(scope, method);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
