package nacre.tensor;

/// Where a symbolic tensor comes from: which layer made it, at which of its calls, and which of its
/// outputs it is.
///
/// @param maker the layer
/// @param node the index of the call, from 0
/// @param index which of the outputs, from 0
public record Origin(Object maker, int node, int index) {}
