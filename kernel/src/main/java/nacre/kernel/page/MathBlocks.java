package nacre.kernel.page;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/// Finds formulas between two lines that begin with `$$`, in which a line with `=` or `-` is no
/// Markdown.
final class MathBlocks extends AbstractBlockParserFactory {
    private static final String FENCE = "$$";

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        String line = state.getLine().getContent().toString().strip();
        boolean closedOnSameLine = line.length() > FENCE.length() && line.endsWith(FENCE);
        if (!line.startsWith(FENCE) || closedOnSameLine || state.getIndent() >= 4) {
            return BlockStart.none();
        }
        return BlockStart.of(new Lines(line.substring(FENCE.length())))
                .atIndex(state.getLine().getContent().length());
    }

    private static final class Lines extends AbstractBlockParser {
        private final MathBlock block = new MathBlock();

        Lines(String first) {
            block.add(first);
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            String line = state.getLine().getContent().toString().strip();
            if (line.endsWith(FENCE)) {
                block.add(line.substring(0, line.length() - FENCE.length()));
                return BlockContinue.finished();
            }
            return BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            block.add(line.getContent());
        }
    }
}
