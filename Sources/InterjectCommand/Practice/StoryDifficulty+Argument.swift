public import ArgumentParser
public import Practice

extension StoryDifficulty: ExpressibleByArgument {}
