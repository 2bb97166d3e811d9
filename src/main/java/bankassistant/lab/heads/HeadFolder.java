package bankassistant.lab.heads;

import bankassistant.model.training.LowRank;
import bankassistant.model.training.Parameter;
import bankassistant.model.training.TrainableNetwork;
import bankassistant.model.weights.HeadTensors;
import bankassistant.model.weights.PeftFolder;
import bankassistant.model.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a network's trained adapter in PEFT's layout, with the head's tensors in {@code head.safetensors} beside it. */
public final class HeadFolder {

    private HeadFolder() {}

    /**
     * @param network with these adapters
     * @param base    name of the model below the head
     */
    public static void write(Path folder, LowRank adapters, TrainableNetwork<?> network, String base)
            throws IOException {
        List<Parameter> parameters = network.parameters();
        List<float[]> values = network.state().values();
        List<Parameter> halves = new ArrayList<>();
        List<float[]> halfValues = new ArrayList<>();
        SafetensorsWriter head = new SafetensorsWriter();
        for (int i = 0; i < parameters.size(); i++) {
            if (PeftFolder.isAdapter(parameters.get(i))) {
                halves.add(parameters.get(i));
                halfValues.add(values.get(i));
            } else {
                head.add(parameters.get(i), values.get(i), SafetensorsWriter.Precision.F32);
            }
        }
        List<String> targets = adapters.targets().stream().sorted().toList();
        new PeftFolder(adapters.rank(), adapters.alpha(), 0, targets, base, "FEATURE_EXTRACTION").write(folder, halves,
                halfValues);
        head.write(folder.resolve(HeadTensors.FILE));
    }
}
