package bankassistant.lab.heads;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds where a smooth convex function is least by limited-memory BFGS (Liu and Nocedal 1989, "On the limited memory BFGS method for
 * large scale optimization") with steps that are halved until the function falls enough (Armijo 1966).
 */
final class Lbfgs {

    private static final int REMEMBERED = 8;
    private static final int MOST_STEPS = 300;
    private static final int MOST_HALVINGS = 30;
    /** The function must fall by this share of what its slope promises. */
    private static final double ENOUGH = 1e-4;
    /** Done when a step gains less than this share of the function's value, several times in a row. */
    private static final double NEGLIGIBLE = 5e-5;
    private static final int NEGLIGIBLE_STEPS = 5;

    private final Function function;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    @FunctionalInterface
    interface Function {

        /** The value at a point, whose gradient is written into the array beside it. */
        double at(double[] point, double[] gradient);
    }

    /** One step with the change of the gradient it made. @param product of the two, above 0 */
    private record Pair(double[] step, double[] change, double product) {}

    Lbfgs(Function function) {
        this.function = function;
    }

    /** @param start not changed */
    double[] minimum(double[] start) {
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = function.at(point, gradient);
        int negligible = 0;
        for (int step = 0; step < MOST_STEPS && negligible < NEGLIGIBLE_STEPS; step++) {
            double[] direction = direction(gradient);
            double[] next = new double[point.length];
            double[] nextGradient = new double[point.length];
            double reached = search(point, value, gradient, direction, next, nextGradient);
            if (!(reached < value)) {
                break;
            }
            remember(point, gradient, next, nextGradient);
            negligible = value - reached < NEGLIGIBLE * Math.abs(reached) ? negligible + 1 : 0;
            point = next;
            gradient = nextGradient;
            value = reached;
        }
        return point;
    }

    /** Goes down along a direction. @return the value at {@code next}, or what it was if there is no way down */
    private double search(double[] point, double value, double[] gradient, double[] direction, double[] next,
            double[] nextGradient) {
        double slope = dot(gradient, direction);
        double length = pairs.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
        for (int i = 0; i < MOST_HALVINGS; i++, length /= 2) {
            for (int k = 0; k < next.length; k++) {
                next[k] = point[k] + length * direction[k];
            }
            double reached = function.at(next, nextGradient);
            if (reached <= value + ENOUGH * length * slope) {
                return reached;
            }
        }
        return value;
    }

    private void remember(double[] point, double[] gradient, double[] next, double[] nextGradient) {
        double[] step = difference(next, point);
        double[] change = difference(nextGradient, gradient);
        double product = dot(step, change);
        if (product > 0) {
            pairs.addLast(new Pair(step, change, product));
            if (pairs.size() > REMEMBERED) {
                pairs.removeFirst();
            }
        }
    }

    /** The two loops of the paper: against the gradient, bent by the curvature of the last steps. */
    private double[] direction(double[] gradient) {
        double[] direction = gradient.clone();
        double[] shares = new double[pairs.size()];
        int i = pairs.size();
        for (Iterator<Pair> back = pairs.descendingIterator(); back.hasNext();) {
            Pair pair = back.next();
            shares[--i] = dot(pair.step(), direction) / pair.product();
            add(direction, -shares[i], pair.change());
        }
        double scale = pairs.isEmpty()
                ? 1
                : pairs.getLast().product() / dot(pairs.getLast().change(), pairs.getLast().change());
        for (int k = 0; k < direction.length; k++) {
            direction[k] *= -scale;
        }
        for (Pair pair : pairs) {
            double share = dot(pair.change(), direction) / pair.product();
            add(direction, -shares[i++] - share, pair.step());
        }
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double share, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += share * what[i];
        }
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
