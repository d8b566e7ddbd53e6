"""The points of units, good practices, and who adopted them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('fasti', '0010_proposals'),
    ]

    operations = [
        migrations.CreateModel(
            name='Adoption',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('practice', models.CharField(max_length=32)),
                ('starts_on', models.DateField()),
                ('ends_before', models.DateField(null=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adopted_from', to='fasti.unit')),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fasti.effect')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fasti.effect')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adoptions', to='fasti.unit')),
            ],
            options={
                'db_table': 'practice_adoption',
            },
        ),
        migrations.CreateModel(
            name='Practice',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('practice', models.CharField(max_length=32)),
                ('practice_topic', models.CharField(max_length=32)),
                ('title', models.TextField()),
                ('folded', models.TextField()),
                ('starts_on', models.DateField()),
                ('ends_before', models.DateField(null=True)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fasti.effect')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fasti.effect')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='practices', to='fasti.unit')),
            ],
            options={
                'db_table': 'practice',
            },
        ),
        migrations.CreateModel(
            name='UnitScore',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('scorecard', models.CharField(max_length=32)),
                ('period', models.CharField(max_length=8)),
                ('step', models.CharField(max_length=8)),
                ('starts_on', models.DateField()),
                ('ends_before', models.DateField(null=True)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fasti.effect')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fasti.effect')),
                ('scored', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='fasti.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores_given', to='fasti.unit')),
            ],
            options={
                'db_table': 'unit_score',
                'indexes': [models.Index(fields=['scorecard', 'period'], name='unit_score_card_period')],
            },
        ),
    ]
