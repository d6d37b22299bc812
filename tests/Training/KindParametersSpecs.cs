using System.ComponentModel.DataAnnotations;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class KindParametersSpecs
{
    [TestCase("dixon-coles")]
    [TestCase("logistic, logistic+xgboost,dixon-coles")]
    [TestCase("price,price+xgboost")]
    [TestCase("lightgbm,logistic+lightgbm, price+lightgbm")]
    public void Takes_every_learner(string learners) => Assert.That(IsValid(learners), Is.True);

    [TestCase("guessing")]
    [TestCase("dixon-coles+xgboost")]
    [TestCase("price+dixon-coles")]
    [TestCase("logistic;xgboost")]
    public void Refuses_what_is_no_learner(string learners) => Assert.That(IsValid(learners), Is.False);

    [Test]
    public void Every_parameter_is_written_down()
    {
        string[] described = [.. new KindParameters().Described("market-aware").Select(parameter => parameter.Key)];
        Assert.That(described, Does.Contain("market-aware.fixedRounds").And.Contain("market-aware.softShare"));
        Assert.That(described, Is.Unique);
    }

    static bool IsValid(string learners)
    {
        var parameters = new KindParameters { Learners = learners };
        return Validator.TryValidateObject(parameters, new ValidationContext(parameters), [], validateAllProperties: true);
    }
}
