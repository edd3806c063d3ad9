package nacre.layers.preprocessing;

import java.util.List;
import nacre.layers.config.NameChoices;
import nacre.tensor.Tensor;

/// What the four numbers of a bounding box mean: in pixels, or (`rel_…`) as shares of the image.
enum BoxFormat {
    XYXY,
    YXYX,
    XYWH,
    CENTER_XYWH,
    CENTER_YXHW,
    REL_XYXY,
    REL_YXYX,
    REL_XYWH,
    REL_CENTER_XYWH;

    static BoxFormat of(String name) {
        return NameChoices.choose("boundingBoxFormat", name, values());
    }

    /// Boxes `(…, 4)` of this format as their edges left, top, right and bottom, in pixels.
    Tensor toEdges(Tensor boxes, int height, int width) {
        List<Tensor> parts = xFirst(boxes.split(4, -1));
        Tensor x = parts.get(0);
        Tensor y = parts.get(1);
        Tensor wide = parts.get(2);
        Tensor tall = parts.get(3);
        Tensor left = isCentered() ? x.sub(wide.div(2)) : x;
        Tensor top = isCentered() ? y.sub(tall.div(2)) : y;
        Tensor right = hasSizes() ? left.add(wide) : wide;
        Tensor bottom = hasSizes() ? top.add(tall) : tall;
        float perX = isRelative() ? width : 1;
        float perY = isRelative() ? height : 1;
        return Tensor.concat(
                List.of(left.mul(perX), top.mul(perY), right.mul(perX), bottom.mul(perY)), -1);
    }

    /// Boxes of this format from their edges in pixels.
    Tensor fromEdges(Tensor edges, int height, int width) {
        float perX = isRelative() ? width : 1;
        float perY = isRelative() ? height : 1;
        List<Tensor> parts = edges.split(4, -1);
        Tensor left = parts.get(0).div(perX);
        Tensor top = parts.get(1).div(perY);
        Tensor right = parts.get(2).div(perX);
        Tensor bottom = parts.get(3).div(perY);
        Tensor x = isCentered() ? left.add(right).div(2) : left;
        Tensor y = isCentered() ? top.add(bottom).div(2) : top;
        Tensor wide = hasSizes() ? right.sub(left) : right;
        Tensor tall = hasSizes() ? bottom.sub(top) : bottom;
        return Tensor.concat(xFirst(List.of(x, y, wide, tall)), -1);
    }

    /// Exchanges x and y where this format has y first; twice gives the same again.
    private List<Tensor> xFirst(List<Tensor> p) {
        return this == YXYX || this == CENTER_YXHW || this == REL_YXYX
                ? List.of(p.get(1), p.get(0), p.get(3), p.get(2))
                : p;
    }

    private boolean isRelative() {
        return name().startsWith("REL");
    }

    private boolean isCentered() {
        return name().contains("CENTER");
    }

    private boolean hasSizes() {
        return name().endsWith("WH") || name().endsWith("HW");
    }
}
