package bankassistant.lab.training;

import bankassistant.model.training.TaggedBatch;
import java.util.Arrays;
import java.util.List;

/**
 * Rows each of whose tokens has a tag.
 *
 * @param ids  token ids of each row, none empty
 * @param tags for each row as many as tokens; below 0 where a token doesn't count
 */
public record TaggedSet(List<int[]> ids, List<int[]> tags) implements TrainingSet<TaggedBatch> {

    public TaggedSet {
        // the batch knows what is allowed
        TaggedBatch all = new TaggedBatch(ids, tags, 0);
        ids = all.ids();
        tags = all.tags();
    }

    @Override
    public int rows() {
        return ids.size();
    }

    @Override
    public int length(int row) {
        return ids.get(row).length;
    }

    @Override
    public TaggedBatch batch(int[] rows, double labelSmoothing) {
        return new TaggedBatch(Arrays.stream(rows).mapToObj(ids::get).toList(),
                Arrays.stream(rows).mapToObj(tags::get).toList(), labelSmoothing);
    }

    @Override
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        for (int row = 0; row < rows(); row++) {
            fingerprint.add(ids.get(row)).add(tags.get(row));
        }
        return fingerprint.hex();
    }
}
