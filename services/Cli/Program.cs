using Soccer.Cli;
using Soccer.Cli.Services;

return await CommandLine.Run(args, Verbs.All(Settings.FromEnvironment()));
